/** What the bodies of webhooks are, rendered from the API description. */
export const SHAPES = {
    "new-user": {
        "required": ["email", "password"],
        "either": [],
        "properties": {
            "username": {
                "types": ["string"]
            },
            "email": {
                "types": ["string"]
            },
            "password": {
                "types": ["string"]
            }
        }
    },
    "user-verification": {
        "required": ["password"],
        "either": ["username", "email"],
        "properties": {
            "username": {
                "types": ["string"]
            },
            "email": {
                "types": ["string"]
            },
            "password": {
                "types": ["string"]
            }
        }
    },
    "phone": {
        "required": [],
        "either": [],
        "properties": {
            "phone_number": {
                "types": ["string"]
            }
        }
    },
    "email": {
        "required": [],
        "either": [],
        "properties": {
            "email": {
                "types": ["string"]
            }
        }
    },
    "social": {
        "required": [],
        "either": [],
        "properties": {
            "provider": {
                "types": ["string"]
            },
            "id": {
                "types": ["string"]
            },
            "email": {
                "types": ["string"]
            },
            "name": {
                "types": ["string"]
            },
            "picture": {
                "types": ["string"]
            }
        }
    },
    "password-reset": {
        "required": ["fields"],
        "either": ["username", "email"],
        "properties": {
            "username": {
                "types": ["string"]
            },
            "email": {
                "types": ["string"]
            },
            "fields": {
                "types": ["object"],
                "shape": {
                    "required": ["password"],
                    "either": [],
                    "properties": {
                        "password": {
                            "types": ["string"]
                        },
                        "verify_code": {
                            "types": ["string"]
                        }
                    }
                }
            }
        }
    },
    "refresh-token": {
        "required": [],
        "either": [],
        "properties": {}
    },
    "password-change": {
        "required": ["email"],
        "either": [],
        "properties": {
            "email": {
                "types": ["string"]
            }
        }
    },
    "email-change": {
        "required": ["token"],
        "either": [],
        "properties": {
            "token": {
                "types": ["string"]
            }
        }
    }
};
export const EVENT = {
    "required": ["event_type", "event_time", "project_id", "data"],
    "either": [],
    "properties": {
        "event_type": {
            "types": ["string"],
            "values": ["registration", "authorization", "email_confirmation", "link_social_account", "new_verified_user"]
        },
        "event_time": {
            "types": ["string"]
        },
        "project_id": {
            "types": ["string"]
        },
        "data": {
            "types": ["object"],
            "shape": {
                "required": [],
                "either": [],
                "properties": {
                    "user_id": {
                        "types": ["string"]
                    },
                    "username": {
                        "types": ["string"]
                    },
                    "email": {
                        "types": ["string"]
                    },
                    "phone_number": {
                        "types": ["string"]
                    },
                    "provider": {
                        "types": ["string"]
                    },
                    "login_type": {
                        "types": ["string"]
                    }
                }
            }
        }
    }
};
