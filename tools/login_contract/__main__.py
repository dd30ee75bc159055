"""`python -m login_contract` is the command `login-contract`."""

from login_contract.cli import main

main()
