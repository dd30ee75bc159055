"""What stands behind `LoginApi` and its kin: how their requests are made, sent, waited for and completed."""
