// Generated from docs/openapi/data-provider-adapter.json.
export interface paths {
    "/account-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Unlink an account */
        delete: operations["AccountLinks.unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account-links/{linkRequestId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the code and link the accounts it opens */
        post: operations["AccountLinks.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account-links/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for a person’s accounts; a code goes to the contact on record
         * @description Answered alike whether or not the person is known here.
         */
        post: operations["AccountLinks.discover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-trail/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest checkpoint of the audit trail */
        get: operations["AuditTrail.checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-trail/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof that the audit trail extends what it was
         * @description RFC 9162, section 2.1.4, between two sizes.
         */
        get: operations["AuditTrail.consistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-trail/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof that an entry is in the audit trail
         * @description RFC 9162, section 2.1.3, for the entry with this index in the tree of this size.
         */
        get: operations["AuditTrail.inclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-trail/witnessed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The checkpoints of another's audit trail that are kept here
         * @description The newest first; on the first page those before them that contradict others (`agrees` is false: also where one was not proven to extend another), and those that are not proven yet to be of one trail with the others (`linked` is false).
         */
        get: operations["AuditTrail.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a data session
         * @description 201 with the manifest where everything was sealed in time; else 202, and data-session.ready follows.
         */
        post: operations["DataSessions.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a data session stands */
        get: operations["DataSessions.describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-sessions/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Everything was received */
        delete: operations["DataSessions.acknowledge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-sessions/{id}/parts/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One sealed part; its statement is in the header Data-Part
         * @description Sealed with HPKE (RFC 9180): the encapsulated key, then the ciphertext.
         */
        get: operations["DataSessions.part"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push an event
         * @description RFC 8935. 202 once it is applied, or was before; 400 with `err` and `description` otherwise.
         */
        post: operations["Events.push"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Poll for events addressed to the caller
         * @description RFC 8936: acknowledges what was taken, and returns what is not acknowledged yet.
         */
        post: operations["Events.poll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the role can do its work now
         * @description 503 with the same answer where it cannot.
         */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["OpenApi.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the operators did what, and when: by the audit trail, newest first */
        get: operations["OperatorActs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/data-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Data sessions, live or past, newest first */
        get: operations["ServedSessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/data-sessions/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a data session went through, step by step */
        get: operations["ServedSessions.story"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/data-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is held here, with the schema of each */
        get: operations["RecordSources.dataTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of deliveries, newest first: what arrived, what was refused, who was away */
        get: operations["ToldEvents.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/demo-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs anyone in as an operator, in a demo on one machine
         * @description Only there where DEMO_SIGN_IN is on, which no node takes in production.
         */
        post: operations["OperatorSignIn.openDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that their receiver has not acknowledged, oldest first, each with why */
        get: operations["ToldEvents.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/events/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have events told anew: those named, also acknowledged ones, or all that were not acknowledged
         * @description Receivers know an event by its id. What is under way just now is left as it is.
         */
        post: operations["ToldEvents.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has joined by yet, the first to expire first */
        get: operations["Operators.invitations"];
        put?: never;
        /**
         * Invite an operator, by a one-time code that is shown once
         * @description Valid for 24 hours. Who names it sets a passkey up and is an operator from then on.
         */
        post: operations["Operators.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation: nobody joins by it any more */
        delete: operations["Operators.withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes one who was invited an operator, and signs that one in
         * @description The session is in a cookie, for 12 hours; it does not grow longer with use.
         */
        post: operations["OperatorSignIn.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/join/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins setting up the passkey of one who was invited */
        post: operations["OperatorSignIn.beginJoining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signing keys of this node, and what the trust list says of each */
        get: operations["Keys.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the next key of a use
         * @description This node has it listed, and signs with it once the list has named it for KEY_OVERLAP_SECONDS.
         */
        post: operations["Keys.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, what that one may do, and where */
        get: operations["Operators.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who operates this node */
        get: operations["Operators.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an operator, and end all sessions of that one */
        delete: operations["Operators.remove"];
        options?: never;
        head?: never;
        /** Change what an operator may do */
        patch: operations["Operators.change"];
        trace?: never;
    };
    "/operator/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How this node does: trust list, database, queues, clock, events, versions */
        get: operations["Node.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one signs in with, oldest first */
        get: operations["OwnAccess.listPasskeys"];
        put?: never;
        /** Makes another passkey */
        post: operations["OwnAccess.finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a passkey; the last one stays */
        delete: operations["OwnAccess.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to make another passkey */
        post: operations["OwnAccess.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/record-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where records come from, and how that does */
        get: operations["RecordSources.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/record-sources/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an account's records as a data session would, and count what would leave
         * @description Nothing leaves, and no value is shown.
         */
        post: operations["RecordSources.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often calls on data sessions were refused, by day (UTC) and code
         * @description Written down every few seconds. That something is not there yet does not count.
         */
        get: operations["ServedSessions.refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs out */
        delete: operations["OperatorSignIn.signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in, newest first */
        get: operations["OwnAccess.listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the own sessions, from wherever */
        delete: operations["OwnAccess.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs an operator in
         * @description The session is in a cookie, for 12 hours; it does not grow longer with use.
         */
        post: operations["OperatorSignIn.finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/sign-in/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins signing in with a passkey */
        post: operations["OperatorSignIn.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How this node's audit trail stands: its size, its newest checkpoint, who keeps it as a witness, faults */
        get: operations["Node.readTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/participant-description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this participant says of itself
         * @description Id, name, roles, endpoints, public keys and data types, signed: what a trust registry enrols it by.
         */
        get: operations["ParticipantDescription.describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        "account-link-confirm": {
            aud: string;
            code: string;
            exp: number;
            iat: number;
            iss: string;
            jti: string;
            linkRequestId: string;
            principal: string;
            requestId: string;
        };
        "account-link-discover": {
            aud: string;
            exp: number;
            iat: number;
            identifiers: ({
                /** @constant */
                kind: "email";
                value: string;
            } | {
                /** @constant */
                kind: "tel";
                value: string;
            })[];
            iss: string;
            jti: string;
            principal: string;
            requestId: string;
        };
        ConsistencyProof: {
            from: number;
            path: string[];
            to: number;
        };
        "data-session-request": {
            accounts?: string[];
            ath: string;
            aud: string;
            exp: number;
            iat: number;
            iss: string;
            jkt: string;
            jti: string;
            recipientKey: {
                /** @constant */
                crv: "X25519";
                /** @constant */
                kty: "OKP";
                x: string;
            };
            requestId: string;
            sessionId: string;
        };
        Deliveries: {
            deliveries: {
                at: string;
                entry: number;
                eventId: string;
                milliseconds: number | null;
                /** @enum {string} */
                outcome: "delivered" | "refused" | "away" | "given-up" | "rejected" | "replayed";
                reason: string;
                receiver: string;
                type: string | null;
                /** @description The reason as a person reads it; empty for none. */
                words: string;
            }[];
            next: string | null;
        };
        EventPollAnswer: {
            moreAvailable: boolean;
            sets: {
                [key: string]: string;
            };
        };
        EventPollRequest: {
            /** @default [] */
            ack: string[];
            /** @default 100 */
            maxEvents: number;
            /** @default false */
            returnImmediately: boolean;
            /** @default {} */
            setErrs: {
                [key: string]: {
                    description?: string;
                    err: string;
                };
            };
        };
        EventReplay: {
            ids: string[];
        } | {
            /** @constant */
            all: true;
            /** @description Only those that are no longer pushed. */
            dead?: boolean;
            receiver?: string;
        };
        EventsReplayed: {
            replayed: number;
        };
        HeldDataTypes: {
            dataTypes: {
                description: string;
                fields: string[];
                /** @description JSON Schema 2020-12 that each record must fit. */
                schema: {
                    [key: string]: unknown;
                };
                title: string;
                type: string;
            }[];
        };
        InclusionProof: {
            index: number;
            leaf: string;
            path: string[];
            size: number;
        };
        KeyRotation: {
            /** @enum {string} */
            use: "message" | "statement" | "access-token" | "trust-list";
        };
        Live: {
            /** @constant */
            live: true;
        };
        NodeKeys: {
            keys: {
                kid: string;
                /** @description What the trust list says of it; null where it does not name it. */
                listed: {
                    compromisedSince?: string;
                    retiredAt?: string;
                    validFrom: string;
                } | null;
                /** @enum {string} */
                state: "next" | "active" | "retired" | "compromised";
                /** @enum {string} */
                use: "message" | "statement" | "access-token" | "trust-list";
            }[];
        };
        NodeOverview: {
            /** @description By the clock of this node. */
            at: string;
            /** @description What this node needs or uses, and whether it can, as GET /health/ready. */
            checks: {
                [key: string]: boolean;
            };
            database: {
                answeredInMilliseconds: number;
                /** @description How far the database's clock is ahead of this node's. */
                clockAheadMilliseconds: number;
            };
            /** @description Null for a role that tells none. */
            events: {
                dead: number;
                /** @description How long the oldest has waited. */
                seconds: number;
                waiting: number;
            } | null;
            participant: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            queue: "redis" | "postgresql";
            ready: boolean;
            role: string;
            /** @description Null where there is none yet. */
            trustList: components["schemas"]["TrustListStanding"] | null;
            versions: {
                assent: string;
                node: string;
                postgresql: string;
            };
        };
        OperatorActs: {
            acts: {
                /** @description The name of another operator, or the id of what it was about. */
                about: string | null;
                act: string;
                at: string;
                /** @description How many events or records. */
                count: number | null;
                /** @description Its place in the audit trail. */
                index: number;
                /** @description Who did it; null where it was done on the machine of the node. */
                operator: string | null;
                outcome: string;
            }[];
            next: string | null;
        };
        OperatorInvitation: {
            expiresAt: string;
            id: string;
            invitation: string;
        };
        OperatorInvite: {
            /** @enum {string} */
            may: "viewer" | "operator" | "admin";
            name: string;
        };
        OperatorJoin: {
            ceremonyId: string;
            invitation: string;
            response: components["schemas"]["PasskeyMade"];
        };
        OperatorJoinAsk: {
            invitation: string;
        };
        OperatorPasskey: {
            id: string;
            /** @description Whether it outlives the device it was made on. */
            isBackedUp: boolean;
            lastUsedAt: string | null;
            madeAt: string;
            name: string;
        };
        OperatorPasskeyMade: {
            ceremonyId: string;
            name: string;
            response: components["schemas"]["PasskeyMade"];
        };
        OperatorPasskeys: {
            passkeys: components["schemas"]["OperatorPasskey"][];
        };
        OperatorRight: {
            /** @enum {string} */
            may: "viewer" | "operator" | "admin";
        };
        Operators: {
            operators: {
                id: string;
                joinedAt: string;
                /** @enum {string} */
                may: "viewer" | "operator" | "admin";
                name: string;
            }[];
        };
        OperatorSelf: {
            id: string;
            /** @enum {string} */
            may: "viewer" | "operator" | "admin";
            name: string;
            participant: {
                id: string;
                name: string;
            };
            role: string;
            sessionExpiresAt: string;
        };
        OperatorSessions: {
            sessions: {
                /** @description In coarse words; null where it was not kept. */
                device: string | null;
                expiresAt: string;
                id: string;
                isCurrent: boolean;
                signedInAt: string;
            }[];
        };
        OperatorSignedIn: {
            id: string;
            /** @enum {string} */
            may: "viewer" | "operator" | "admin";
            name: string;
            sessionExpiresAt: string;
        };
        OperatorSignIn: {
            ceremonyId: string;
            response: components["schemas"]["PasskeyAssertion"];
        };
        "participant-description": components["schemas"]["ParticipantDescription"];
        ParticipantDescription: {
            dataTypes: string[];
            endpoints: {
                [key: string]: string;
            };
            iat: number;
            iss: string;
            keys: {
                jwk: {
                    /** @constant */
                    crv: "P-256";
                    /** @constant */
                    kty: "EC";
                    x: string;
                    y: string;
                };
                kid: string;
                /** @enum {string} */
                use: "message" | "statement" | "access-token";
            }[];
            name: string;
            roles: ("consent-manager" | "data-provider" | "data-user" | "trust-registry")[];
        };
        PasskeyAssertion: {
            /** @enum {string} */
            authenticatorAttachment?: "platform" | "cross-platform";
            clientExtensionResults: {
                [key: string]: unknown;
            };
            id: string;
            rawId: string;
            response: {
                authenticatorData: string;
                clientDataJSON: string;
                signature: string;
                userHandle?: string | null;
            };
            /** @constant */
            type: "public-key";
        };
        PasskeyMade: {
            /** @enum {string} */
            authenticatorAttachment?: "platform" | "cross-platform";
            clientExtensionResults: {
                [key: string]: unknown;
            };
            id: string;
            rawId: string;
            response: {
                attestationObject: string;
                authenticatorData?: string;
                clientDataJSON: string;
                publicKey?: string;
                publicKeyAlgorithm?: number;
                transports?: string[];
            };
            /** @constant */
            type: "public-key";
        };
        PasskeyMakingOptions: {
            challenge: string;
            excludeCredentials?: ({
                id: string;
                transports?: string[];
                type: string;
            } & {
                [key: string]: unknown;
            })[];
            pubKeyCredParams: ({
                alg: number;
                type: string;
            } & {
                [key: string]: unknown;
            })[];
            rp: {
                id?: string;
                name: string;
            } & {
                [key: string]: unknown;
            };
            user: {
                displayName: string;
                id: string;
                name: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        PasskeyUseOptions: {
            allowCredentials?: ({
                id: string;
                transports?: string[];
                type: string;
            } & {
                [key: string]: unknown;
            })[];
            challenge: string;
            rpId?: string;
            userVerification?: string;
        } & {
            [key: string]: unknown;
        };
        PendingOperatorInvitations: {
            invitations: {
                expiresAt: string;
                id: string;
                /** @description Null where it was done on the machine of the node. */
                invitedBy: string | null;
                /** @enum {string} */
                may: "viewer" | "operator" | "admin";
                name: string;
            }[];
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @description Why: one of the closed list of refusal codes. */
            code?: string;
            detail?: string;
            /** @description Of a fault: the id it was logged under. */
            incident?: string;
            /** @description What can be done about it. */
            next?: string;
            status: number;
            title: string;
            /** @description `urn:assent:refusal:<code>`, or `about:blank` for a fault. */
            type: string;
        };
        Ready: {
            checks: {
                [key: string]: boolean;
            };
            ready: boolean;
        };
        RecordSources: {
            dataTypes: string[];
            /** @enum {string} */
            kind: "fhir-ndjson" | "fhir-rest" | "generated-statements" | "described";
            /** @description When each source last gave, and last failed to give, records of a type: to within ten seconds. */
            reads: {
                dataType: string;
                failedAt: string | null;
                failure: string | null;
                readAt: string | null;
                source: string;
            }[];
        };
        RecordSourceTrial: {
            accountKey: string;
            dataType?: string;
            from?: string;
            to?: string;
        };
        RecordSourceTried: {
            dataTypes: {
                dataType: string;
                failure?: string;
                fields: {
                    path: string;
                    records: number;
                    types: string[];
                }[];
                leave: number;
                outside: number;
                read: number;
                refused: {
                    keyword: string;
                    path: string;
                    position: number;
                    records: number;
                }[];
            }[];
        };
        RefusalsByDay: {
            refusals: {
                /** @enum {string} */
                code: "request-malformed" | "request-too-slow" | "headers-too-large" | "body-too-large" | "media-type-not-supported" | "not-strict-json" | "schema-mismatch" | "not-found" | "method-not-allowed" | "too-many-requests" | "token-malformed" | "algorithm-not-allowed" | "type-not-expected" | "critical-header-not-understood" | "issuer-not-listed" | "role-not-allowed" | "key-not-listed" | "signature-invalid" | "audience-not-me" | "message-expired" | "message-not-yet-valid" | "message-lives-too-long" | "message-replayed" | "request-id-reused" | "trust-list-unavailable" | "trust-list-not-from-root" | "trust-list-expired" | "trust-list-older" | "trust-list-contradictory" | "call-not-authenticated" | "api-key-invalid" | "sign-in-required" | "operator-right-missing" | "invitation-not-valid" | "operator-name-taken" | "last-passkey" | "last-admin" | "access-token-invalid" | "proof-of-possession-invalid" | "recipient-key-invalid" | "purpose-unknown" | "data-type-unknown" | "field-unknown" | "template-unknown" | "outside-template" | "terms-contradictory" | "request-not-pending" | "request-expired" | "narrowing-not-allowed" | "narrowing-widens" | "no-account-covers" | "account-not-yours" | "standing-choice-unknown" | "too-many-standing-choices" | "sign-in-not-fresh" | "consent-unknown" | "consent-not-active" | "consent-paused" | "consent-revoked" | "consent-not-started" | "consent-expired" | "consent-state-terminal" | "transition-not-allowed" | "data-user-not-consented" | "purpose-not-consented" | "data-type-not-consented" | "field-not-consented" | "data-range-not-consented" | "one-time-used" | "frequency-exceeded" | "account-not-linked" | "participant-not-active" | "artefact-not-here-yet" | "use-lapsed" | "use-returned" | "nothing-to-retry" | "session-unknown" | "session-ended" | "recipient-key-fixed" | "part-not-ready" | "manifest-not-ready" | "part-tampered" | "manifest-mismatch" | "export-not-consented" | "provider-unavailable" | "peer-unavailable" | "peer-refused" | "data-erased" | "receipt-not-ready" | "audit-trail-broken" | "audit-trail-off" | "release-not-stated" | "receipt-mismatch" | "passkey-refused" | "passkeys-too-many" | "passkey-required" | "approved-otherwise" | "approval-draft-changed" | "cross-site-call" | "code-wrong-or-expired" | "contact-not-verified" | "link-unknown" | "contact-in-use" | "message-not-sent" | "openid-sign-in-refused" | "openid-provider-unavailable" | "web-push-off" | "push-service-not-listed" | "too-many-push-subscriptions" | "principal-name-taken" | "participant-unknown" | "status-change-not-allowed" | "key-not-acceptable" | "description-outdated" | "event-type-unknown" | "event-not-yours";
                day: string;
                /** @description What whoever was refused can do. */
                next: string;
                refusals: number;
                title: string;
            }[];
        };
        ServedSessions: {
            dataSessions: {
                dataTypes: string[];
                dataUser: string;
                endedAt: string | null;
                expiresAt: string;
                /** @description Of those, how many were fetched. */
                fetched: number;
                /** @description Sealed so far. */
                parts: number;
                /** @description When the data user said that all had come. */
                receivedAt: string | null;
                /** @description That were served; 0 while the session is live. */
                records: number;
                requestedAt: string;
                sessionId: string;
                /** @enum {string} */
                state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
            }[];
            next: string | null;
        };
        Story: {
            steps: {
                at: string;
                dataRequestId?: string;
                /** @description What `who` and `what` are made of, to tell it in another language. */
                facts: {
                    /** @enum {string} */
                    by: "data-principal" | "data-user" | "consent-manager" | "data-provider";
                    isReader: boolean;
                    misfits?: number;
                    /** @description Of the participant who did it, where it is not the reader. */
                    name?: string;
                    outcomes?: {
                        [key: string]: number;
                    };
                    records?: number;
                    times?: number;
                    until?: string;
                };
                failure?: {
                    /** @enum {string} */
                    code: "request-malformed" | "request-too-slow" | "headers-too-large" | "body-too-large" | "media-type-not-supported" | "not-strict-json" | "schema-mismatch" | "not-found" | "method-not-allowed" | "too-many-requests" | "token-malformed" | "algorithm-not-allowed" | "type-not-expected" | "critical-header-not-understood" | "issuer-not-listed" | "role-not-allowed" | "key-not-listed" | "signature-invalid" | "audience-not-me" | "message-expired" | "message-not-yet-valid" | "message-lives-too-long" | "message-replayed" | "request-id-reused" | "trust-list-unavailable" | "trust-list-not-from-root" | "trust-list-expired" | "trust-list-older" | "trust-list-contradictory" | "call-not-authenticated" | "api-key-invalid" | "sign-in-required" | "operator-right-missing" | "invitation-not-valid" | "operator-name-taken" | "last-passkey" | "last-admin" | "access-token-invalid" | "proof-of-possession-invalid" | "recipient-key-invalid" | "purpose-unknown" | "data-type-unknown" | "field-unknown" | "template-unknown" | "outside-template" | "terms-contradictory" | "request-not-pending" | "request-expired" | "narrowing-not-allowed" | "narrowing-widens" | "no-account-covers" | "account-not-yours" | "standing-choice-unknown" | "too-many-standing-choices" | "sign-in-not-fresh" | "consent-unknown" | "consent-not-active" | "consent-paused" | "consent-revoked" | "consent-not-started" | "consent-expired" | "consent-state-terminal" | "transition-not-allowed" | "data-user-not-consented" | "purpose-not-consented" | "data-type-not-consented" | "field-not-consented" | "data-range-not-consented" | "one-time-used" | "frequency-exceeded" | "account-not-linked" | "participant-not-active" | "artefact-not-here-yet" | "use-lapsed" | "use-returned" | "nothing-to-retry" | "session-unknown" | "session-ended" | "recipient-key-fixed" | "part-not-ready" | "manifest-not-ready" | "part-tampered" | "manifest-mismatch" | "export-not-consented" | "provider-unavailable" | "peer-unavailable" | "peer-refused" | "data-erased" | "receipt-not-ready" | "audit-trail-broken" | "audit-trail-off" | "release-not-stated" | "receipt-mismatch" | "passkey-refused" | "passkeys-too-many" | "passkey-required" | "approved-otherwise" | "approval-draft-changed" | "cross-site-call" | "code-wrong-or-expired" | "contact-not-verified" | "link-unknown" | "contact-in-use" | "message-not-sent" | "openid-sign-in-refused" | "openid-provider-unavailable" | "web-push-off" | "push-service-not-listed" | "too-many-push-subscriptions" | "principal-name-taken" | "participant-unknown" | "status-change-not-allowed" | "key-not-acceptable" | "description-outdated" | "event-type-unknown" | "event-not-yours" | "DELIVERED" | "NO_DATA" | "DENIED" | "TIMEOUT" | "agrees" | "not-received-in-time" | "received-but-not-sent" | "digests-differ" | "counts-differ" | "hand-over-failed" | "erasure-overdue";
                    /** @description Ids and fields. */
                    detail?: string;
                    how?: string;
                    next: string;
                    /** @enum {string} */
                    retry: "later" | "after-change" | "never";
                    why: string;
                };
                sessionId?: string;
                /** @enum {string} */
                step: "consent-given" | "consent-narrowed" | "consent-held" | "consent-paused" | "consent-resumed" | "consent-revoked" | "consent-expired" | "consent-reduced" | "data-asked" | "data-authorised" | "data-refused" | "use-returned" | "session-sent" | "session-received" | "session-acknowledged" | "session-retried" | "session-failed" | "session-expired" | "words-differ" | "words-agree" | "handed-on" | "hand-over-failed" | "taken-back" | "erased" | "erasure-overdue";
                what: string;
                /** @description "you", "the person", or the name of a participant */
                who: string;
            }[];
        };
        "trail-checkpoint": {
            head: string;
            iat: number;
            iss: string;
            jti: string;
            /** @enum {string} */
            role: "consent-manager" | "data-provider" | "data-user" | "trust-registry";
            root: string;
            size: number;
        };
        TrailOverview: {
            checkpoint: {
                madeAt: string;
                size: number;
                token: string;
            } | null;
            faults: {
                detail: string;
                foundAt: string;
                /** @enum {string} */
                kind: "forged" | "lost" | "broken" | "contradiction";
            }[];
            /** @description Entries that wait to be sealed. */
            pending: number;
            /** @description Entries that are sealed. */
            size: number;
            witnesses: {
                /** @description Of the newest checkpoint that was sent to it; 0 for none. */
                givenSize: number;
                name: string;
                /** @description How many entries there were when one last named it. */
                namedAt: number;
                participant: string;
                /** @description Since when it has not acknowledged one that was sent; null where it has all. */
                unheardSince: string | null;
            }[];
        };
        TrustListStanding: {
            /** @description Whether this participant is in it, as active. */
            isListed: boolean;
            issuedAt: string;
            nextUpdate: string;
            participants: number;
            sequence: number;
            /**
             * @description FRESH: as new as expected. STALE: a newer one is due. EXPIRED: not relied on any more.
             * @enum {string}
             */
            state: "FRESH" | "STALE" | "EXPIRED" | "UNKNOWN";
            validUntil: string;
        };
        UndeliveredEvents: {
            events: {
                acknowledgedAt: string | null;
                attempts: number;
                createdAt: string;
                deadAt: string | null;
                id: string;
                lastFailure: string | null;
                nextAttemptAt: string;
                receiver: string;
                replayedAt: string | null;
                type: string;
                underWay: boolean;
                /** @description The reason as a person reads it; empty for none. */
                words: string;
            }[];
            next: string | null;
        };
        WitnessedCheckpoints: {
            checkpoints: {
                agrees: boolean;
                linked: boolean;
                receivedAt: string;
                size: number;
                token: string;
            }[];
            more: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "AccountLinks.unlink": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `link-unknown`: There is no such account link for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AccountLinks.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkRequestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jwt": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: {
                            dataTypes: string[];
                            label: string;
                            linkId: string;
                        }[];
                    };
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code-wrong-or-expired`: The code is wrong or has expired. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AccountLinks.discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jwt": string;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string;
                        linkRequestId: string;
                    };
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AuditTrail.checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jwt": string;
                };
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AuditTrail.consistency": {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AuditTrail.inclusion": {
        parameters: {
            query: {
                index: string;
                size: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AuditTrail.list": {
        parameters: {
            query: {
                before?: string;
                issuer: string;
                role: "consent-manager" | "data-provider" | "data-user" | "trust-registry";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WitnessedCheckpoints"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DataSessions.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jwt": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string;
                        manifest?: string;
                        parts: number;
                        sessionId: string;
                        /** @enum {string} */
                        state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
                    };
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `access-token-invalid`: The access token is missing, expired or not for this. `proof-of-possession-invalid`: The DPoP proof is missing or does not match. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account-not-linked`: An account is not linked by this manager for this person. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `artefact-not-here-yet`: The consent artefact has not arrived here. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DataSessions.describe": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string;
                        manifest?: string;
                        parts: number;
                        sessionId: string;
                        /** @enum {string} */
                        state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
                    };
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DataSessions.acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DataSessions.part": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                n: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `consent-revoked`: The consent was revoked. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `part-not-ready`: The part is not there yet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`: The data session has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jwt": string;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many calls. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `trust-list-unavailable`: There is no valid trust list to rely on. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventPollRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPollAnswer"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OpenApi.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OperatorActs.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorActs"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ServedSessions.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                state?: "live" | "past";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServedSessions"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ServedSessions.story": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description `session-unknown`: There is no such data session for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RecordSources.dataTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldDataTypes"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ToldEvents.deliveries": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                receiver?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliveries"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OperatorSignIn.openDemo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorRight"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorSignedIn"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-call`: The call does not come from a page of this role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many calls. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ToldEvents.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                receiver?: string;
                state?: "waiting" | "dead";
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndeliveredEvents"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ToldEvents.replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventReplay"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsReplayed"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operators.invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingOperatorInvitations"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operators.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorInvite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorInvitation"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `operator-name-taken`: An operator of this node has that name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operators.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OperatorSignIn.join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorJoin"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorSignedIn"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-not-valid`: The invitation is unknown, was used or has expired. `passkey-refused`: The passkey does not show what it has to. `cross-site-call`: The call does not come from a page of this role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `operator-name-taken`: An operator of this node has that name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many calls. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OperatorSignIn.beginJoining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorJoinAsk"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ceremonyId: string;
                        expiresAt: string;
                        /** @enum {string} */
                        may: "viewer" | "operator" | "admin";
                        name: string;
                        publicKey: components["schemas"]["PasskeyMakingOptions"];
                    };
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-not-valid`: The invitation is unknown, was used or has expired. `cross-site-call`: The call does not come from a page of this role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many calls. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Keys.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeKeys"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Keys.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRotation"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kid: string;
                        /** @enum {string} */
                        state: "next" | "active" | "retired" | "compromised";
                        /** @enum {string} */
                        use: "message" | "statement" | "access-token" | "trust-list";
                    };
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operators.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorSelf"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operators.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operators"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operators.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-admin`: The last admin of a node stays admin. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operators.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorRight"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-admin`: The last admin of a node stays admin. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Node.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeOverview"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnAccess.listPasskeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorPasskeys"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnAccess.finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorPasskeyMade"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorPasskey"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey-refused`: The passkey does not show what it has to. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkeys-too-many`: There are as many passkeys as one may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnAccess.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-passkey`: The last passkey of an operator stays. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnAccess.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ceremonyId: string;
                        expiresAt: string;
                        publicKey: components["schemas"]["PasskeyMakingOptions"];
                    };
                };
            };
            /** @description `cross-site-call`: The call does not come from a page of this role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkeys-too-many`: There are as many passkeys as one may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RecordSources.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordSources"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RecordSources.try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordSourceTrial"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordSourceTried"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `data-type-unknown`: A data type is not in the code list. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ServedSessions.refusals": {
        parameters: {
            query?: {
                days?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalsByDay"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OperatorSignIn.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnAccess.listSessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorSessions"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnAccess.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OperatorSignIn.finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorSignIn"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorSignedIn"];
                };
            };
            /** @description `schema-mismatch`: A field is missing, unknown or out of form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey-refused`: The passkey does not show what it has to. `cross-site-call`: The call does not come from a page of this role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many calls. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OperatorSignIn.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ceremonyId: string;
                        expiresAt: string;
                        publicKey: components["schemas"]["PasskeyUseOptions"];
                    };
                };
            };
            /** @description `cross-site-call`: The call does not come from a page of this role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many calls. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Node.readTrail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrailOverview"];
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ParticipantDescription.describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jwt": string;
                };
            };
            /** @description Any other refusal, or a fault. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
