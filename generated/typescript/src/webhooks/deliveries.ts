/** What the bodies of webhooks are, rendered from the API description. */

import type { components } from "../schema.js";

type Schemas = components["schemas"];
type More = { readonly [name: string]: unknown };

/** What is looked at in a body: its properties, which of them it needs, and of which at least one. */
export interface Shape {
  readonly required: readonly string[];
  readonly either: readonly string[];
  readonly properties: { readonly [name: string]: Property };
}

/** What a property may be: its types as `typeof` names them, its only values, the shape of an object. */
export interface Property {
  readonly types: readonly string[];
  readonly values?: readonly string[];
  readonly shape?: Shape;
}

/** What a partner may store of a user. */
export type PartnerAttribute = Schemas["PartnerAttribute"];

/** The body of each webhook of custom storage, by the name of the webhook. */
export interface Deliveries {
  readonly "new-user": Schemas["NewUserDelivery"] & More;
  readonly "user-verification": Schemas["UserVerificationDelivery"] & More;
  readonly "phone": Schemas["PhoneDelivery"] & More;
  readonly "email": Schemas["EmailDelivery"] & More;
  readonly "social": Schemas["SocialDelivery"] & More;
  readonly "password-reset": Schemas["PasswordResetDelivery"] & More;
  readonly "refresh-token": More;
  readonly "password-change": Schemas["PasswordChangeDelivery"] & More;
  readonly "email-change": Schemas["EmailChangeDelivery"] & More;
}

/** The body of a login event. */
export type EventDelivery = Schemas["EventDelivery"] & More;

export const SHAPES: { readonly [Name in keyof Deliveries]: Shape } = {
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

export const EVENT: Shape = {
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
