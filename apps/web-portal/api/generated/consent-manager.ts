// Generated from docs/openapi/consent-manager.json.
export interface paths {
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
         * @description The newest first. `agrees` is false where one contradicts another, or was not proven to extend it.
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
    "/consent-artefacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own consent artefact, with the state of the consent now
         * @description A security event of type consent-artefact.issued, addressed to the caller.
         */
        get: operations["ConsentArtefacts.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consent-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a consent request; the person decides later
         * @description A retry with the same requestId gets the same handle. Someone unknown is answered for alike.
         */
        post: operations["ConsentRequests.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Authorises a data request: one use of the consent, one session and token for each data provider
         * @description A retry with the same requestId gets the recorded outcome and spends no further use. A refusal under a consent stands on the timeline of the person.
         */
        post: operations["DataRequests.authorise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-sessions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A further session for what failed of this one, after fresh checks
         * @description Within 24 hours of the data request. Spends no use; asked again it is the same session. What the provider was told has arrived it does not serve again.
         */
        post: operations["SessionTokens.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-sessions/{id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another access token for a session, after fresh checks
         * @description Bound to the key of the data request. Spends no use.
         */
        post: operations["SessionTokens.renew"];
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
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["Principals.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/account-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Her linked accounts */
        get: operations["AccountLinks.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/account-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a link, and the consents as far as they use it
         * @description The data provider is told at once, or as soon as it can be reached.
         */
        delete: operations["AccountLinks.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/account-links/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Links the accounts, with the code of the data provider */
        post: operations["AccountLinks.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/account-links/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks a data provider to look for her accounts
         * @description Answered alike whether or not she is known there. If so, the provider sends her a code.
         */
        post: operations["AccountLinks.discover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consent-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks for her consent, newest first */
        get: operations["MyConsentRequests.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consent-requests/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What exactly is asked, by whom, and which of her accounts could answer */
        get: operations["MyConsentRequests.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consent-requests/{handle}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says yes, whole or narrowed
         * @description Approving twice answers the same consent.
         */
        post: operations["MyConsentRequests.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consent-requests/{handle}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says no */
        post: operations["MyConsentRequests.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consents she gave, newest first */
        get: operations["MyConsents.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One consent: terms, state, counterparts, what was fetched under it, what was erased */
        get: operations["MyConsents.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses a consent, for a time or until she resumes it */
        post: operations["MyConsents.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt of a consent, signed: `assent verify` checks it offline
         * @description JSON-LD, schema consent-receipt. Made anew each time. Ready once the consent is under a checkpoint.
         */
        get: operations["Receipts.ofConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}/receipt.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a page for people, to read and print */
        get: operations["Receipts.pageOfConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a paused consent */
        post: operations["MyConsents.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws a consent for good
         * @description Revoking twice answers the same state.
         */
        post: operations["MyConsents.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a consent went through, step by step, with what failed and what can be done */
        get: operations["Stories.ofConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Names another contact; a code goes to it */
        post: operations["Principals.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/contacts/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a contact with the code sent to it
         * @description Verified contacts are what data providers find her accounts by.
         */
        post: operations["Principals.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/data-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The institutions whose accounts can be linked */
        get: operations["DataProviders.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/data-sessions/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt of one release of her data, signed: `assent verify` checks it offline
         * @description JSON-LD, schema release-receipt, with what both sides have said so far, in their own signed words.
         */
        get: operations["Receipts.ofRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/data-sessions/{id}/receipt.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a page for people, to read and print */
        get: operations["Receipts.pageOfRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/data-sessions/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a fetch at one provider went through, step by step */
        get: operations["Stories.ofSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/session": {
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
        delete: operations["SignIn.close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to her data, newest first
         * @description Page by key: pass the id of the last entry as `before`.
         */
        get: operations["Timeline.page"];
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
    "/sign-in/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a one-time code to a contact
         * @description Answered alike whether or not anyone is known by the contact.
         */
        post: operations["SignIn.sendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with the code; the first time, makes the person */
        post: operations["SignIn.open"];
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
        "consent-handle": {
            /** Format: uri */
            approvalUrl: string;
            aud: string | string[];
            expiresAt: string;
            handle: string;
            iat: number;
            iss: string;
            jti: string;
            requestId: string;
            termsDigest: string;
        };
        "consent-request": {
            aud: string;
            exp: number;
            iat: number;
            iss: string;
            jti: string;
            mayBeNarrowed: boolean;
            notice: {
                language: string;
                text: string;
            };
            principal: string;
            requestId: string;
            terms: components["schemas"]["consent-terms"];
        };
        /** @description What is asked; in an artefact: what is granted. */
        "consent-terms": {
            /** @enum {string} */
            consentMode: "VIEW" | "STORE";
            consentPeriod: {
                expiry: string;
                start: string;
            };
            dataFilter: {
                field: string;
                /** @enum {string} */
                operator: "=" | "!=" | "<" | "<=" | ">" | ">=";
                type: string;
                value: string | number;
            }[];
            dataLife: string;
            dataRange: {
                from: string;
                to: string;
            };
            dataTypes: {
                fields?: string[];
                type: string;
            }[];
            eraseOnRevocation: boolean;
            /** @enum {string} */
            fetchType: "ONETIME" | "PERIODIC";
            frequency?: {
                max: number;
                /** @enum {string} */
                per: "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";
            };
            purpose: {
                code: string;
                /** Format: uri */
                refUri?: string;
                text: string;
            };
            template?: string;
        };
        ConsistencyProof: {
            from: number;
            path: string[];
            to: number;
        };
        "data-request": {
            aud: string;
            consentId: string;
            dataRange: {
                from: string;
                to: string;
            };
            dataTypes: {
                fields?: string[];
                type: string;
            }[];
            exp: number;
            iat: number;
            iss: string;
            jkt: string;
            jti: string;
            requestId: string;
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
        InclusionProof: {
            index: number;
            leaf: string;
            path: string[];
            size: number;
        };
        Live: {
            /** @constant */
            live: true;
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
        secevent: {
            artefact: string;
            artefactId: string;
            resumeAt?: string;
            /** @enum {string} */
            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
            version: number;
        };
        Story: {
            steps: {
                at: string;
                dataRequestId?: string;
                failure?: {
                    /** @enum {string} */
                    code: "request-malformed" | "request-too-slow" | "headers-too-large" | "body-too-large" | "media-type-not-supported" | "not-strict-json" | "schema-mismatch" | "not-found" | "method-not-allowed" | "too-many-requests" | "token-malformed" | "algorithm-not-allowed" | "type-not-expected" | "critical-header-not-understood" | "issuer-not-listed" | "role-not-allowed" | "key-not-listed" | "signature-invalid" | "audience-not-me" | "message-expired" | "message-not-yet-valid" | "message-lives-too-long" | "message-replayed" | "request-id-reused" | "trust-list-unavailable" | "trust-list-not-from-root" | "trust-list-expired" | "trust-list-older" | "trust-list-contradictory" | "call-not-authenticated" | "api-key-invalid" | "sign-in-required" | "access-token-invalid" | "proof-of-possession-invalid" | "recipient-key-invalid" | "purpose-unknown" | "data-type-unknown" | "field-unknown" | "template-unknown" | "outside-template" | "terms-contradictory" | "request-not-pending" | "request-expired" | "narrowing-not-allowed" | "narrowing-widens" | "no-account-covers" | "account-not-yours" | "consent-unknown" | "consent-not-active" | "consent-paused" | "consent-revoked" | "consent-not-started" | "consent-expired" | "consent-state-terminal" | "transition-not-allowed" | "data-user-not-consented" | "purpose-not-consented" | "data-type-not-consented" | "field-not-consented" | "data-range-not-consented" | "one-time-used" | "frequency-exceeded" | "account-not-linked" | "participant-not-active" | "artefact-not-here-yet" | "use-lapsed" | "use-returned" | "nothing-to-retry" | "session-unknown" | "session-ended" | "recipient-key-fixed" | "part-not-ready" | "manifest-not-ready" | "part-tampered" | "manifest-mismatch" | "export-not-consented" | "provider-unavailable" | "peer-unavailable" | "peer-refused" | "data-erased" | "receipt-not-ready" | "audit-trail-off" | "release-not-stated" | "receipt-mismatch" | "code-wrong-or-expired" | "contact-not-verified" | "link-unknown" | "contact-in-use" | "message-not-sent" | "principal-name-taken" | "participant-unknown" | "status-change-not-allowed" | "key-not-acceptable" | "description-outdated" | "event-type-unknown" | "event-not-yours" | "DELIVERED" | "NO_DATA" | "DENIED" | "TIMEOUT" | "agrees" | "not-received-in-time" | "received-but-not-sent" | "digests-differ" | "counts-differ" | "hand-over-failed" | "erasure-overdue";
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
        WitnessedCheckpoints: {
            checkpoints: {
                agrees: boolean;
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
    "ConsentArtefacts.find": {
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
                    "application/jwt": string;
                };
            };
            /** @description `call-not-authenticated`: The call carries no valid proof of who calls. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-unknown`: There is no such consent for you. */
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
    "ConsentRequests.take": {
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
                    "application/jwt": string;
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
            /** @description `signature-invalid`: The signature does not verify. `key-not-listed`: The key is not listed for the sender, or not for this use, or not now. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `message-replayed`: The message was accepted before. `request-id-reused`: The request id was used for other content. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `purpose-unknown`: The purpose code is not in the code list. `data-type-unknown`: A data type is not in the code list. `field-unknown`: A field is not one of its data type. `template-unknown`: The template is not known. `outside-template`: The request asks for more than its template allows. `terms-contradictory`: The terms contradict each other. */
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
    "DataRequests.authorise": {
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
                        dataRequestId: string;
                        requestedAt: string;
                        sessions: {
                            accessToken: string;
                            dataProvider: string;
                            expiresAt: string;
                            sessionId: string;
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
            /** @description `signature-invalid`: The signature does not verify. `key-not-listed`: The key is not listed for the sender, or not for this use, or not now. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-paused`: The consent is paused. `consent-revoked`: The consent was revoked. `consent-not-started`: The consent period has not begun. `consent-expired`: The consent has expired. `participant-not-active`: A participant of this consent is not active now. `data-type-not-consented`: A data type is not covered by the consent. `field-not-consented`: A field is not covered by the consent. `data-range-not-consented`: The data range reaches outside the consent. `one-time-used`: The one-time consent has been used. `frequency-exceeded`: The consented frequency is used up for now. `account-not-linked`: An account is not linked by this manager for this person. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-unknown`: There is no such consent for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `message-replayed`: The message was accepted before. `request-id-reused`: The request id was used for other content. */
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
    "SessionTokens.retry": {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        dataProvider: string;
                        expiresAt: string;
                        sessionId: string;
                    };
                };
            };
            /** @description `call-not-authenticated`: The call carries no valid proof of who calls. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `use-lapsed`: The data request is older than its use covers. `consent-paused`: The consent is paused. `consent-revoked`: The consent was revoked. `consent-expired`: The consent has expired. `participant-not-active`: A participant of this consent is not active now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
            /** @description `use-returned`: The use of the data request was given back, as nothing was served. `nothing-to-retry`: Nothing of the data request has failed. */
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
    "SessionTokens.renew": {
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
                        accessToken: string;
                        expiresAt: string;
                    };
                };
            };
            /** @description `call-not-authenticated`: The call carries no valid proof of who calls. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `use-lapsed`: The data request is older than its use covers. `consent-paused`: The consent is paused. `consent-revoked`: The consent was revoked. `consent-expired`: The consent has expired. `participant-not-active`: A participant of this consent is not active now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
    "Principals.me": {
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
                        contacts: {
                            id: string;
                            /** @enum {string} */
                            kind: "email" | "tel";
                            value: string;
                            verifiedAt: string | null;
                        }[];
                        expiresAt: string;
                        principal: string;
                        signedInAt: string;
                    };
                };
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
    "AccountLinks.list": {
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
                        links: {
                            dataProvider: string;
                            dataTypes: string[];
                            id: string;
                            label: string;
                            linkedAt: string;
                        }[];
                    };
                };
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
    "AccountLinks.end": {
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    linkRequestId: string;
                };
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
                            dataProvider: string;
                            dataTypes: string[];
                            id: string;
                            label: string;
                            linkedAt: string;
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
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
            /** @description `peer-unavailable`: A counterpart does not answer. */
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
    "AccountLinks.discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dataProvider: string;
                };
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-not-verified`: The contact has not been verified. `participant-not-active`: A participant of this consent is not active now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `peer-unavailable`: A counterpart does not answer. */
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
    "MyConsentRequests.list": {
        parameters: {
            query?: {
                before?: string;
                limit?: number;
                state?: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
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
                    "application/json": {
                        next: string | null;
                        requests: {
                            askedAt: string;
                            consentId: string | null;
                            dataUser: {
                                id: string;
                                name: string;
                            };
                            expiresAt: string;
                            handle: string;
                            mayBeNarrowed: boolean;
                            purpose: {
                                code: string;
                                text: string;
                                title: string;
                            };
                            /** @enum {string} */
                            state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
                            terms: components["schemas"]["consent-terms"];
                        }[];
                    };
                };
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
    "MyConsentRequests.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
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
                        accounts: {
                            dataProvider: string;
                            dataTypes: string[];
                            id: string;
                            label: string;
                            linkedAt: string;
                        }[];
                        askedAt: string;
                        consentId: string | null;
                        dataUser: {
                            id: string;
                            name: string;
                        };
                        decidedAt: string | null;
                        expiresAt: string;
                        handle: string;
                        mayBeNarrowed: boolean;
                        notice: {
                            language: string;
                            text: string;
                        };
                        purpose: {
                            code: string;
                            text: string;
                            title: string;
                        };
                        reason: string | null;
                        /** @enum {string} */
                        state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
                        terms: components["schemas"]["consent-terms"];
                    };
                };
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
    "MyConsentRequests.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of account links; all that could answer if absent. */
                    accounts?: string[];
                    narrowing?: {
                        addFilters?: {
                            field: string;
                            /** @enum {string} */
                            operator: "=" | "!=" | "<" | "<=" | ">" | ">=";
                            type: string;
                            value: string | number;
                        }[];
                        dataLife?: string;
                        dataRange?: {
                            from: string;
                            to: string;
                        };
                        dataTypes?: {
                            fields?: string[];
                            type: string;
                        }[];
                        expiry?: string;
                        frequency?: {
                            max: number;
                            /** @enum {string} */
                            per: "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";
                        };
                    };
                };
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
                        approvedAt: string;
                        changedAt: string;
                        counterparts: {
                            accounts: string[];
                            artefact: string;
                            artefactId: string;
                            evidenceSalt: string;
                            participant: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "data-provider" | "data-user";
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            told: boolean;
                        }[];
                        dataUser: {
                            id: string;
                            name: string;
                        };
                        erasures: {
                            erasedAt: string;
                            /** @enum {string} */
                            reason: "data-life-ended" | "consent-revoked" | "asked-by-data-user";
                            receipt: string;
                        }[];
                        evidence: {
                            accounts: string[];
                            approvedAt: string;
                            askedTermsDigest: string;
                            dataUser: string;
                            grantedTermsDigest: string;
                            handle: string;
                            /** @enum {string} */
                            method: "one-time-code";
                            noticeDigest: string;
                            principal: string;
                            signedInAt: string;
                        };
                        expiresAt: string;
                        fetches: {
                            by: {
                                id: string;
                                name: string;
                            };
                            dataRange: {
                                from: string;
                                to: string;
                            };
                            dataRequestId: string;
                            dataTypes: {
                                fields?: string[];
                                type: string;
                            }[];
                            eraseBy: string | null;
                            erasedAt: string | null;
                            erasureOverdue: boolean;
                            from: {
                                id: string;
                                name: string;
                            };
                            matches: boolean | null;
                            recordsReceived: number | null;
                            recordsSent: number | null;
                            requestedAt: string;
                            sessionId: string;
                            /** @enum {string} */
                            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
                        }[];
                        handle: string;
                        id: string;
                        narrowedFrom: {
                            asked: unknown;
                            granted: unknown;
                            term: string;
                        }[];
                        overdueErasures: number;
                        purpose: {
                            code: string;
                            text: string;
                            title: string;
                        };
                        resumeAt: string | null;
                        /** @enum {string} */
                        state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                        terms: components["schemas"]["consent-terms"];
                        version: number;
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here for you. `account-not-yours`: There is no such linked account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-not-pending`: The request was decided or has lapsed. `request-expired`: The request has expired. `narrowing-not-allowed`: The data user asked to be answered with yes or no. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `narrowing-widens`: The decision asks for more than was requested. `terms-contradictory`: The terms contradict each other. `data-type-unknown`: A data type is not in the code list. `field-unknown`: A field is not one of its data type. `no-account-covers`: No linked account holds what is asked for. */
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
    "MyConsentRequests.reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
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
                        accounts: {
                            dataProvider: string;
                            dataTypes: string[];
                            id: string;
                            label: string;
                            linkedAt: string;
                        }[];
                        askedAt: string;
                        consentId: string | null;
                        dataUser: {
                            id: string;
                            name: string;
                        };
                        decidedAt: string | null;
                        expiresAt: string;
                        handle: string;
                        mayBeNarrowed: boolean;
                        notice: {
                            language: string;
                            text: string;
                        };
                        purpose: {
                            code: string;
                            text: string;
                            title: string;
                        };
                        reason: string | null;
                        /** @enum {string} */
                        state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
                        terms: components["schemas"]["consent-terms"];
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
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
            /** @description `request-not-pending`: The request was decided or has lapsed. `request-expired`: The request has expired. */
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
    "MyConsents.list": {
        parameters: {
            query?: {
                before?: string;
                limit?: number;
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
                    "application/json": {
                        consents: {
                            approvedAt: string;
                            changedAt: string;
                            dataUser: {
                                id: string;
                                name: string;
                            };
                            expiresAt: string;
                            handle: string;
                            id: string;
                            overdueErasures: number;
                            purpose: {
                                code: string;
                                text: string;
                                title: string;
                            };
                            resumeAt: string | null;
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            terms: components["schemas"]["consent-terms"];
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
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
    "MyConsents.detail": {
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
                        approvedAt: string;
                        changedAt: string;
                        counterparts: {
                            accounts: string[];
                            artefact: string;
                            artefactId: string;
                            evidenceSalt: string;
                            participant: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "data-provider" | "data-user";
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            told: boolean;
                        }[];
                        dataUser: {
                            id: string;
                            name: string;
                        };
                        erasures: {
                            erasedAt: string;
                            /** @enum {string} */
                            reason: "data-life-ended" | "consent-revoked" | "asked-by-data-user";
                            receipt: string;
                        }[];
                        evidence: {
                            accounts: string[];
                            approvedAt: string;
                            askedTermsDigest: string;
                            dataUser: string;
                            grantedTermsDigest: string;
                            handle: string;
                            /** @enum {string} */
                            method: "one-time-code";
                            noticeDigest: string;
                            principal: string;
                            signedInAt: string;
                        };
                        expiresAt: string;
                        fetches: {
                            by: {
                                id: string;
                                name: string;
                            };
                            dataRange: {
                                from: string;
                                to: string;
                            };
                            dataRequestId: string;
                            dataTypes: {
                                fields?: string[];
                                type: string;
                            }[];
                            eraseBy: string | null;
                            erasedAt: string | null;
                            erasureOverdue: boolean;
                            from: {
                                id: string;
                                name: string;
                            };
                            matches: boolean | null;
                            recordsReceived: number | null;
                            recordsSent: number | null;
                            requestedAt: string;
                            sessionId: string;
                            /** @enum {string} */
                            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
                        }[];
                        handle: string;
                        id: string;
                        narrowedFrom: {
                            asked: unknown;
                            granted: unknown;
                            term: string;
                        }[];
                        overdueErasures: number;
                        purpose: {
                            code: string;
                            text: string;
                            title: string;
                        };
                        resumeAt: string | null;
                        /** @enum {string} */
                        state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                        terms: components["schemas"]["consent-terms"];
                        version: number;
                    };
                };
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
            /** @description `consent-unknown`: There is no such consent for you. */
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
    "MyConsents.pause": {
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
                "application/json": {
                    /** @description Resumed then; by hand where absent. */
                    until?: string;
                };
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
                        approvedAt: string;
                        changedAt: string;
                        counterparts: {
                            accounts: string[];
                            artefact: string;
                            artefactId: string;
                            evidenceSalt: string;
                            participant: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "data-provider" | "data-user";
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            told: boolean;
                        }[];
                        dataUser: {
                            id: string;
                            name: string;
                        };
                        erasures: {
                            erasedAt: string;
                            /** @enum {string} */
                            reason: "data-life-ended" | "consent-revoked" | "asked-by-data-user";
                            receipt: string;
                        }[];
                        evidence: {
                            accounts: string[];
                            approvedAt: string;
                            askedTermsDigest: string;
                            dataUser: string;
                            grantedTermsDigest: string;
                            handle: string;
                            /** @enum {string} */
                            method: "one-time-code";
                            noticeDigest: string;
                            principal: string;
                            signedInAt: string;
                        };
                        expiresAt: string;
                        fetches: {
                            by: {
                                id: string;
                                name: string;
                            };
                            dataRange: {
                                from: string;
                                to: string;
                            };
                            dataRequestId: string;
                            dataTypes: {
                                fields?: string[];
                                type: string;
                            }[];
                            eraseBy: string | null;
                            erasedAt: string | null;
                            erasureOverdue: boolean;
                            from: {
                                id: string;
                                name: string;
                            };
                            matches: boolean | null;
                            recordsReceived: number | null;
                            recordsSent: number | null;
                            requestedAt: string;
                            sessionId: string;
                            /** @enum {string} */
                            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
                        }[];
                        handle: string;
                        id: string;
                        narrowedFrom: {
                            asked: unknown;
                            granted: unknown;
                            term: string;
                        }[];
                        overdueErasures: number;
                        purpose: {
                            code: string;
                            text: string;
                            title: string;
                        };
                        resumeAt: string | null;
                        /** @enum {string} */
                        state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                        terms: components["schemas"]["consent-terms"];
                        version: number;
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-unknown`: There is no such consent for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-state-terminal`: The consent has ended and stays so. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `terms-contradictory`: The terms contradict each other. */
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
    "Receipts.ofConsent": {
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
                    "application/ld+json": unknown;
                };
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
            /** @description `consent-unknown`: There is no such consent for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
    "Receipts.pageOfConsent": {
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
                    "text/html": unknown;
                };
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
            /** @description `consent-unknown`: There is no such consent for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
    "MyConsents.resume": {
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
                        approvedAt: string;
                        changedAt: string;
                        counterparts: {
                            accounts: string[];
                            artefact: string;
                            artefactId: string;
                            evidenceSalt: string;
                            participant: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "data-provider" | "data-user";
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            told: boolean;
                        }[];
                        dataUser: {
                            id: string;
                            name: string;
                        };
                        erasures: {
                            erasedAt: string;
                            /** @enum {string} */
                            reason: "data-life-ended" | "consent-revoked" | "asked-by-data-user";
                            receipt: string;
                        }[];
                        evidence: {
                            accounts: string[];
                            approvedAt: string;
                            askedTermsDigest: string;
                            dataUser: string;
                            grantedTermsDigest: string;
                            handle: string;
                            /** @enum {string} */
                            method: "one-time-code";
                            noticeDigest: string;
                            principal: string;
                            signedInAt: string;
                        };
                        expiresAt: string;
                        fetches: {
                            by: {
                                id: string;
                                name: string;
                            };
                            dataRange: {
                                from: string;
                                to: string;
                            };
                            dataRequestId: string;
                            dataTypes: {
                                fields?: string[];
                                type: string;
                            }[];
                            eraseBy: string | null;
                            erasedAt: string | null;
                            erasureOverdue: boolean;
                            from: {
                                id: string;
                                name: string;
                            };
                            matches: boolean | null;
                            recordsReceived: number | null;
                            recordsSent: number | null;
                            requestedAt: string;
                            sessionId: string;
                            /** @enum {string} */
                            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
                        }[];
                        handle: string;
                        id: string;
                        narrowedFrom: {
                            asked: unknown;
                            granted: unknown;
                            term: string;
                        }[];
                        overdueErasures: number;
                        purpose: {
                            code: string;
                            text: string;
                            title: string;
                        };
                        resumeAt: string | null;
                        /** @enum {string} */
                        state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                        terms: components["schemas"]["consent-terms"];
                        version: number;
                    };
                };
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
            /** @description `consent-unknown`: There is no such consent for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-state-terminal`: The consent has ended and stays so. */
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
    "MyConsents.revoke": {
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
                "application/json": {
                    reason?: string;
                };
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
                        approvedAt: string;
                        changedAt: string;
                        counterparts: {
                            accounts: string[];
                            artefact: string;
                            artefactId: string;
                            evidenceSalt: string;
                            participant: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "data-provider" | "data-user";
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            told: boolean;
                        }[];
                        dataUser: {
                            id: string;
                            name: string;
                        };
                        erasures: {
                            erasedAt: string;
                            /** @enum {string} */
                            reason: "data-life-ended" | "consent-revoked" | "asked-by-data-user";
                            receipt: string;
                        }[];
                        evidence: {
                            accounts: string[];
                            approvedAt: string;
                            askedTermsDigest: string;
                            dataUser: string;
                            grantedTermsDigest: string;
                            handle: string;
                            /** @enum {string} */
                            method: "one-time-code";
                            noticeDigest: string;
                            principal: string;
                            signedInAt: string;
                        };
                        expiresAt: string;
                        fetches: {
                            by: {
                                id: string;
                                name: string;
                            };
                            dataRange: {
                                from: string;
                                to: string;
                            };
                            dataRequestId: string;
                            dataTypes: {
                                fields?: string[];
                                type: string;
                            }[];
                            eraseBy: string | null;
                            erasedAt: string | null;
                            erasureOverdue: boolean;
                            from: {
                                id: string;
                                name: string;
                            };
                            matches: boolean | null;
                            recordsReceived: number | null;
                            recordsSent: number | null;
                            requestedAt: string;
                            sessionId: string;
                            /** @enum {string} */
                            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
                        }[];
                        handle: string;
                        id: string;
                        narrowedFrom: {
                            asked: unknown;
                            granted: unknown;
                            term: string;
                        }[];
                        overdueErasures: number;
                        purpose: {
                            code: string;
                            text: string;
                            title: string;
                        };
                        resumeAt: string | null;
                        /** @enum {string} */
                        state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                        terms: components["schemas"]["consent-terms"];
                        version: number;
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-unknown`: There is no such consent for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-state-terminal`: The consent has ended and stays so. */
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
    "Stories.ofConsent": {
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-unknown`: There is no such consent for you. */
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
    "Principals.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact: {
                        /** @constant */
                        kind: "email";
                        value: string;
                    } | {
                        /** @constant */
                        kind: "tel";
                        value: string;
                    };
                };
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
                        contactId: string;
                        expiresAt: string;
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
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
            /** @description `message-not-sent`: The message could not be handed over. */
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
    "Principals.confirm": {
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
                "application/json": {
                    code: string;
                };
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
                        id: string;
                        /** @enum {string} */
                        kind: "email" | "tel";
                        value: string;
                        verifiedAt: string | null;
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
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
            /** @description `contact-in-use`: The contact belongs to someone who verified it before. */
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
    "DataProviders.list": {
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
                        dataProviders: {
                            dataTypes: string[];
                            id: string;
                            name: string;
                        }[];
                    };
                };
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
    "Receipts.ofRelease": {
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
                    "application/ld+json": unknown;
                };
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
            /** @description `session-unknown`: There is no such data session for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `release-not-stated`: Neither side has said yet that data went from one to the other. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
    "Receipts.pageOfRelease": {
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
                    "text/html": unknown;
                };
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
            /** @description `session-unknown`: There is no such data session for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `release-not-stated`: Neither side has said yet that data went from one to the other. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
    "Stories.ofSession": {
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
            /** @description `sign-in-required`: There is no valid session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
    "SignIn.close": {
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
    "Timeline.page": {
        parameters: {
            query?: {
                before?: string;
                limit?: number;
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
                    "application/json": {
                        entries: {
                            at: string;
                            facts: {
                                [key: string]: string | number;
                            };
                            id: string;
                            /** @enum {string} */
                            kind: "principal.joined" | "contact.verified" | "account.linked" | "account.unlinked" | "account.unlinked-by-provider" | "consent-request.received" | "consent-request.approved" | "consent-request.narrowed" | "consent-request.rejected" | "consent-request.expired" | "consent.paused" | "consent.resumed" | "consent.revoked" | "consent.ended-with-link" | "consent.reduced-with-link" | "consent.expired" | "data-request.authorised" | "data-request.refused" | "data-request.returned" | "data-session.sent" | "data-session.received" | "data-session.mismatched" | "data-session.unconfirmed" | "data-session.unstated" | "data-session.matched" | "data-session.retried" | "data-session.erased" | "hand-over.erased" | "data-session.erasure-overdue";
                            text: string;
                        }[];
                        next: string | null;
                    };
                };
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
    "SignIn.sendCode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact: {
                        /** @constant */
                        kind: "email";
                        value: string;
                    } | {
                        /** @constant */
                        kind: "tel";
                        value: string;
                    };
                };
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
                        signInId: string;
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
            /** @description `too-many-requests`: Too many calls. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `message-not-sent`: The message could not be handed over. */
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
    "SignIn.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @description The part before the @ of a new id; heard only from one who was not here before. */
                    principal?: string;
                    signInId: string;
                };
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
                        principal: string;
                        token: string;
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
            /** @description `principal-name-taken`: That name is taken. */
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
}
