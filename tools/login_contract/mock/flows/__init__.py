"""What a login is: each way in, up to the grant that it ends with."""
