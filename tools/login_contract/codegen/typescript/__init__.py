"""The TypeScript client: the npm package `xsolla-login-client`."""
