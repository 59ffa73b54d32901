// Generated from docs/openapi/data-user-gateway.json.
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
    "/consent-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked, newest first */
        get: operations["ConsentRequests.list"];
        put?: never;
        /**
         * Ask a person for consent
         * @description With a template, what it fixes or limits need not be said. The same Idempotency-Key is the same request, however often it is sent.
         */
        post: operations["ConsentRequests.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consent-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a consent request stands
         * @description With waitSeconds (at most 30) the answer is held back until it is decided.
         */
        get: operations["ConsentRequests.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consents given, newest first */
        get: operations["Consents.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One consent, what was fetched under it, and when that must be gone */
        get: operations["Consents.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/{id}/deletion-receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last deletion receipt of a consent */
        get: operations["DataErasure.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase all that was received under a consent
         * @description Its key is destroyed and its rows are deleted before the answer; sessions under way end.
         */
        post: operations["DataErasure.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Received records
         * @description By page as JSON; with Accept: application/x-ndjson all of them, one a line (not under a consent for viewing only). Only of sessions whose manifest has been verified, while their data lives.
         */
        get: operations["ReceivedRecords.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a consent went through, step by step */
        get: operations["Stories.ofConsent"];
        put?: never;
        post?: never;
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
         * Ask for data under a consent
         * @description Without dataTypes and dataRange: all that was consented. Where the manager says no, the answer is state REFUSED with its reason; where our own copy of the consent says no, it is refused here. The same Idempotency-Key is the same request and spends no further use. With waitSeconds (at most 30) the answer is held back until every session has ended.
         */
        post: operations["DataRequests.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a data request stands
         * @description With waitSeconds (at most 30) the answer is held back until every session has ended.
         */
        get: operations["DataRequests.describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-requests/{id}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the sessions that were left for later
         * @description With waitSeconds (at most 30) the answer is held back until every session has ended.
         */
        post: operations["DataRequests.fetch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-requests/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch once more what failed, and nothing else
         * @description Within 24 hours of the data request, after fresh checks. It spends no further use: of accounts that were delivered nothing is fetched again.
         */
        post: operations["DataRequests.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-requests/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a data request and its sessions went through */
        get: operations["Stories.ofRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-sessions/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a data session went through */
        get: operations["Stories.ofSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasures/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Received data that should be gone and is not
         * @description The timer tries again by itself; the log says what stands in its way.
         */
        get: operations["Erasures.overdue"];
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
    "/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand-overs that were given up, and files not deleted yet, newest first; with state, those in that state */
        get: operations["HandOvers.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-overs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what was given up */
        post: operations["HandOvers.retry"];
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
    "/operator/consent-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a person for consent
         * @description The same Idempotency-Key is the same request, however often it is sent.
         */
        post: operations["OperatedRequests.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/consent-requests/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the person would see of a consent request; nothing is asked
         * @description With a template, what it fixes or limits need not be said.
         */
        post: operations["OperatedRequests.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consents with what is left of them: uses in the present window, data life, end; newest first */
        get: operations["FetchedData.listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/consents/{id}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask now for all that was consented
         * @description Spends one use. Where the manager says no, the answer is state REFUSED with its reason; where our own copy of the consent says no, it is refused here. The same Idempotency-Key is the same request and spends no further use.
         */
        post: operations["OperatedFetches.fetch"];
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
        /** Data sessions, newest first */
        get: operations["FetchedData.listSessions"];
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
        get: operations["FetchedData.story"];
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
    "/operator/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has to be erased when, and what should be gone and is not */
        get: operations["FetchedData.erasures"];
        put?: never;
        post?: never;
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
    "/operator/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Received records under a consent, page by page
         * @description Only of sessions whose manifest has been verified, while their data lives. The audit trail says who read.
         */
        get: operations["OperatedRecords.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/records/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All received records under a consent, one a line */
        get: operations["OperatedRecords.export"];
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
    "/operator/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready-made consent requests by use, and the most each may ask for */
        get: operations["OperatedRequests.templates"];
        put?: never;
        post?: never;
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
        AskedConsent: {
            approvalUrl?: string;
            consentId?: string;
            consentManager: string;
            createdAt: string;
            expiresAt?: string;
            handle?: string;
            id: string;
            mayBeNarrowed: boolean;
            principal: string;
            /** @description Of a no: not-needed, too-much-asked, not-known-to-me, not-trusted, other; other text if it was said before there were codes. */
            reason?: string;
            /** @enum {string} */
            state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
            terms: components["schemas"]["consent-terms"];
        };
        "AskedConsent-2": {
            approvalUrl?: string;
            consentId?: string;
            consentManager: string;
            createdAt: string;
            expiresAt?: string;
            handle?: string;
            id: string;
            mayBeNarrowed: boolean;
            principal: string;
            /** @description Of a no: not-needed, too-much-asked, not-known-to-me, not-trusted, other; other text if it was said before there were codes. */
            reason?: string;
            /** @enum {string} */
            state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
            terms: components["schemas"]["consent-terms"];
        };
        "AskedConsent-3": {
            approvalUrl?: string;
            consentId?: string;
            consentManager: string;
            createdAt: string;
            expiresAt?: string;
            handle?: string;
            id: string;
            mayBeNarrowed: boolean;
            principal: string;
            /** @description Of a no: not-needed, too-much-asked, not-known-to-me, not-trusted, other; other text if it was said before there were codes. */
            reason?: string;
            /** @enum {string} */
            state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
            terms: components["schemas"]["consent-terms"];
        };
        "AskedConsent-4": {
            approvalUrl?: string;
            consentId?: string;
            consentManager: string;
            createdAt: string;
            expiresAt?: string;
            handle?: string;
            id: string;
            mayBeNarrowed: boolean;
            principal: string;
            /** @description Of a no: not-needed, too-much-asked, not-known-to-me, not-trusted, other; other text if it was said before there were codes. */
            reason?: string;
            /** @enum {string} */
            state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
            terms: components["schemas"]["consent-terms"];
        };
        Consent: {
            artefact: string;
            claims: {
                [key: string]: unknown;
            };
            consentManager: string;
            handle: string;
            id: string;
            receivedAt: string;
            resumeAt?: string;
            /** @enum {string} */
            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
            terms: components["schemas"]["consent-terms"];
            version: number;
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
        ConsentAsk: {
            consentManager: string;
            /** @default true */
            mayBeNarrowed: boolean;
            notice: {
                language: string;
                text: string;
            };
            principal: string;
            terms: {
                /** @enum {string} */
                consentMode?: "VIEW" | "STORE";
                consentPeriod?: {
                    expiry: string;
                    start: string;
                };
                dataFilter?: {
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
                eraseOnRevocation?: boolean;
                /** @enum {string} */
                fetchType?: "ONETIME" | "PERIODIC";
                frequency?: {
                    max: number;
                    /** @enum {string} */
                    per: "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";
                };
                purpose: {
                    code?: string;
                    /** Format: uri */
                    refUri?: string;
                    text: string;
                };
                template?: string;
            };
        };
        ConsentDetail: {
            artefact: string;
            claims: {
                [key: string]: unknown;
            };
            consentManager: string;
            eraseBy?: string;
            handle: string;
            id: string;
            receivedAt: string;
            records: number;
            resumeAt?: string;
            sessions: components["schemas"]["FetchedSession"][];
            /** @enum {string} */
            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
            terms: components["schemas"]["consent-terms"];
            usesSoFar: number;
            version: number;
        };
        ConsentRequestPreview: {
            dataTypes: {
                description: string;
                /** @description An invented record with no more than these fields. */
                example: {
                    [key: string]: unknown;
                };
                /** @description Those that are asked for, in plain words: all there are where none were named. */
                fields: {
                    name: string;
                    title: string;
                }[];
                title: string;
                type: string;
            }[];
            dataUser: {
                id: string;
                name: string;
            };
            mayBeNarrowed: boolean;
            notice: {
                language: string;
                text: string;
            };
            /** @description Of the code list; what is written in the terms stands below it. */
            purpose: {
                code: string;
                description: string;
                title: string;
            };
            /** @description In full: with what the template adds. */
            terms: components["schemas"]["consent-terms"];
        };
        ConsentsWithLimits: {
            consents: {
                consentManager: string;
                /** @description When the last of them must be gone. */
                eraseBy: string | null;
                id: string;
                receivedAt: string;
                /** @description Kept here. */
                records: number;
                /**
                 * @description As of now: expiry and resumption by date come by themselves.
                 * @enum {string}
                 */
                state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                terms: components["schemas"]["consent-terms"];
                uses: {
                    /** @description Of the window they are counted in. */
                    from: string;
                    left: number;
                    made: number;
                    most: number;
                    to: string;
                };
            }[];
            next: string | null;
        };
        ConsentTemplates: {
            templates: {
                alwaysNarrowable: boolean;
                consentModes: ("VIEW" | "STORE")[];
                dataTypes: {
                    fields?: string[];
                    type: string;
                }[];
                dataTypeTitles: {
                    title: string;
                    type: string;
                }[];
                eraseOnRevocation: boolean;
                fetchTypes: ("ONETIME" | "PERIODIC")[];
                id: string;
                maxConsentPeriod: string;
                maxDataLife: string;
                maxDataRange: string;
                maxFrequency: {
                    max: number;
                    /** @enum {string} */
                    per: "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";
                }[];
                purposes: string[];
                purposeTitles: {
                    code: string;
                    description: string;
                    title: string;
                }[];
                title: string;
            }[];
        };
        ConsistencyProof: {
            from: number;
            path: string[];
            to: number;
        };
        DataAsk: {
            consentId: string;
            dataRange?: {
                from: string;
                to: string;
            };
            dataTypes?: {
                fields?: string[];
                type: string;
            }[];
            /**
             * @default now
             * @enum {string}
             */
            fetch: "now" | "later";
            /** @default true */
            ownCheck: boolean;
        };
        DataRequest: {
            consentId: string;
            createdAt: string;
            dataRange: {
                from: string;
                to: string;
            };
            dataTypes: {
                fields?: string[];
                type: string;
            }[];
            id: string;
            refusal?: components["schemas"]["Refusal"];
            requestedAt?: string;
            sessions: components["schemas"]["FetchedSession-2"][];
            /**
             * @description PENDING: the manager has not answered; AUTHORISED: left for later; then as its sessions together.
             * @enum {string}
             */
            state: "PENDING" | "REFUSED" | "AUTHORISED" | "FETCHING" | "COMPLETED" | "PARTIAL" | "FAILED" | "EXPIRED";
        };
        "DataRequest-2": {
            consentId: string;
            createdAt: string;
            dataRange: {
                from: string;
                to: string;
            };
            dataTypes: {
                fields?: string[];
                type: string;
            }[];
            id: string;
            refusal?: components["schemas"]["Refusal"];
            requestedAt?: string;
            sessions: components["schemas"]["FetchedSession-3"][];
            /**
             * @description PENDING: the manager has not answered; AUTHORISED: left for later; then as its sessions together.
             * @enum {string}
             */
            state: "PENDING" | "REFUSED" | "AUTHORISED" | "FETCHING" | "COMPLETED" | "PARTIAL" | "FAILED" | "EXPIRED";
        };
        "DataRequest-3": {
            consentId: string;
            createdAt: string;
            dataRange: {
                from: string;
                to: string;
            };
            dataTypes: {
                fields?: string[];
                type: string;
            }[];
            id: string;
            refusal?: components["schemas"]["Refusal"];
            requestedAt?: string;
            sessions: components["schemas"]["FetchedSession-4"][];
            /**
             * @description PENDING: the manager has not answered; AUTHORISED: left for later; then as its sessions together.
             * @enum {string}
             */
            state: "PENDING" | "REFUSED" | "AUTHORISED" | "FETCHING" | "COMPLETED" | "PARTIAL" | "FAILED" | "EXPIRED";
        };
        "DataRequest-4": {
            consentId: string;
            createdAt: string;
            dataRange: {
                from: string;
                to: string;
            };
            dataTypes: {
                fields?: string[];
                type: string;
            }[];
            id: string;
            refusal?: components["schemas"]["Refusal"];
            requestedAt?: string;
            sessions: components["schemas"]["FetchedSession-5"][];
            /**
             * @description PENDING: the manager has not answered; AUTHORISED: left for later; then as its sessions together.
             * @enum {string}
             */
            state: "PENDING" | "REFUSED" | "AUTHORISED" | "FETCHING" | "COMPLETED" | "PARTIAL" | "FAILED" | "EXPIRED";
        };
        "DataRequest-5": {
            consentId: string;
            createdAt: string;
            dataRange: {
                from: string;
                to: string;
            };
            dataTypes: {
                fields?: string[];
                type: string;
            }[];
            id: string;
            refusal?: components["schemas"]["Refusal"];
            requestedAt?: string;
            sessions: components["schemas"]["FetchedSession-6"][];
            /**
             * @description PENDING: the manager has not answered; AUTHORISED: left for later; then as its sessions together.
             * @enum {string}
             */
            state: "PENDING" | "REFUSED" | "AUTHORISED" | "FETCHING" | "COMPLETED" | "PARTIAL" | "FAILED" | "EXPIRED";
        };
        DeletionReceipt: {
            consentId: string;
            erasedAt: string;
            /** @enum {string} */
            reason: "data-life-ended" | "consent-revoked" | "asked-by-data-user";
            receipt: string;
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
        ErasureSchedule: {
            /** @description What goes next, the first first. */
            due: {
                consentId: string;
                dataProvider: string;
                eraseBy: string;
                records: number;
                sessionId: string;
            }[];
            /** @description Whether more is due after that. */
            more: boolean;
            /** @description What should be gone and is not: a thousand at most. */
            overdue: {
                consentId: string;
                /** @description When data life ends, whether or not a revocation came before. */
                eraseBy: string;
                /** @enum {string} */
                reason: "data-life-ended" | "consent-revoked" | "files-not-deleted";
                sessionId: string;
            }[];
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
        FetchedSession: {
            accounts?: ({
                account: string;
                outcome: string;
            } & {
                [key: string]: unknown;
            })[];
            dataProvider: string;
            eraseBy?: string;
            erasedAt?: string;
            handOvers: components["schemas"]["HandOver"][];
            manifestDigest?: string;
            misfits?: {
                account: string;
                dataType: string;
                keyword: string;
                misfits: number;
                path: string;
            }[];
            partsReceived: number;
            receivedAt?: string;
            records: number;
            refusal?: components["schemas"]["Refusal"];
            retryOf?: string;
            sessionId: string;
            /** @enum {string} */
            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
        };
        "FetchedSession-2": {
            accounts?: ({
                account: string;
                outcome: string;
            } & {
                [key: string]: unknown;
            })[];
            dataProvider: string;
            eraseBy?: string;
            erasedAt?: string;
            handOvers: components["schemas"]["HandOver"][];
            manifestDigest?: string;
            misfits?: {
                account: string;
                dataType: string;
                keyword: string;
                misfits: number;
                path: string;
            }[];
            partsReceived: number;
            receivedAt?: string;
            records: number;
            refusal?: components["schemas"]["Refusal"];
            retryOf?: string;
            sessionId: string;
            /** @enum {string} */
            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
        };
        "FetchedSession-3": {
            accounts?: ({
                account: string;
                outcome: string;
            } & {
                [key: string]: unknown;
            })[];
            dataProvider: string;
            eraseBy?: string;
            erasedAt?: string;
            handOvers: components["schemas"]["HandOver"][];
            manifestDigest?: string;
            misfits?: {
                account: string;
                dataType: string;
                keyword: string;
                misfits: number;
                path: string;
            }[];
            partsReceived: number;
            receivedAt?: string;
            records: number;
            refusal?: components["schemas"]["Refusal"];
            retryOf?: string;
            sessionId: string;
            /** @enum {string} */
            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
        };
        "FetchedSession-4": {
            accounts?: ({
                account: string;
                outcome: string;
            } & {
                [key: string]: unknown;
            })[];
            dataProvider: string;
            eraseBy?: string;
            erasedAt?: string;
            handOvers: components["schemas"]["HandOver"][];
            manifestDigest?: string;
            misfits?: {
                account: string;
                dataType: string;
                keyword: string;
                misfits: number;
                path: string;
            }[];
            partsReceived: number;
            receivedAt?: string;
            records: number;
            refusal?: components["schemas"]["Refusal"];
            retryOf?: string;
            sessionId: string;
            /** @enum {string} */
            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
        };
        "FetchedSession-5": {
            accounts?: ({
                account: string;
                outcome: string;
            } & {
                [key: string]: unknown;
            })[];
            dataProvider: string;
            eraseBy?: string;
            erasedAt?: string;
            handOvers: components["schemas"]["HandOver"][];
            manifestDigest?: string;
            misfits?: {
                account: string;
                dataType: string;
                keyword: string;
                misfits: number;
                path: string;
            }[];
            partsReceived: number;
            receivedAt?: string;
            records: number;
            refusal?: components["schemas"]["Refusal"];
            retryOf?: string;
            sessionId: string;
            /** @enum {string} */
            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
        };
        "FetchedSession-6": {
            accounts?: ({
                account: string;
                outcome: string;
            } & {
                [key: string]: unknown;
            })[];
            dataProvider: string;
            eraseBy?: string;
            erasedAt?: string;
            handOvers: components["schemas"]["HandOver"][];
            manifestDigest?: string;
            misfits?: {
                account: string;
                dataType: string;
                keyword: string;
                misfits: number;
                path: string;
            }[];
            partsReceived: number;
            receivedAt?: string;
            records: number;
            refusal?: components["schemas"]["Refusal"];
            retryOf?: string;
            sessionId: string;
            /** @enum {string} */
            state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
        };
        FetchedSessions: {
            dataSessions: {
                consentId: string;
                createdAt: string;
                dataProvider: string;
                eraseBy: string | null;
                erasedAt: string | null;
                receivedAt: string | null;
                records: number;
                /** @description The code, where it ended without its data. */
                refusal: string | null;
                sessionId: string;
                /** @enum {string} */
                state: "ACTIVE" | "COMPLETED" | "PARTIAL" | "EXPIRED" | "FAILED";
            }[];
            next: string | null;
        };
        FetchNow: {
            /** @default true */
            ownCheck: boolean;
        };
        HandOver: {
            consentId: string;
            createdAt: string;
            deliveredAt?: string;
            erasedAt?: string;
            id: string;
            /** @enum {string} */
            kind: "read" | "file" | "push";
            problem?: string;
            sessionId: string;
            /** @enum {string} */
            state: "WAITING" | "DELIVERED" | "FAILED" | "ERASING" | "ERASED" | "UNREACHABLE" | "NOT_COVERED";
            target?: string;
            tries: number;
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
        OverdueErasures: {
            overdue: {
                consentId: string;
                /** @description When data life ends, whether or not a revocation came before. */
                eraseBy: string;
                /** @enum {string} */
                reason: "data-life-ended" | "consent-revoked" | "files-not-deleted";
                sessionId: string;
            }[];
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
        RecordsPage: {
            next: string | null;
            records: {
                account: string;
                dataType: string;
                receivedAt: string;
                record: {
                    [key: string]: unknown;
                };
                sessionId: string;
            }[];
        };
        Refusal: {
            /** @enum {string} */
            by: "data-user" | "consent-manager" | "data-provider";
            code: string;
            detail: string;
            next: string;
            /** @enum {string} */
            retry: "later" | "after-change" | "never";
            title: string;
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
    "ConsentRequests.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
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
                        consentRequests: components["schemas"]["AskedConsent"][];
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
    "ConsentRequests.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentAsk"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedConsent-2"];
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
            /** @description `request-id-reused`: The request id was used for other content. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outside-template`: The request asks for more than its template allows. `terms-contradictory`: The terms contradict each other. `purpose-unknown`: The purpose code is not in the code list. */
            422: {
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
    "ConsentRequests.get": {
        parameters: {
            query?: {
                waitSeconds?: string;
            };
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
                    "application/json": components["schemas"]["AskedConsent-3"];
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
    "Consents.list": {
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
                    "application/json": {
                        consents: components["schemas"]["Consent"][];
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
    "Consents.get": {
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
                    "application/json": components["schemas"]["ConsentDetail"];
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
    "DataErasure.get": {
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
                    "application/json": components["schemas"]["DeletionReceipt"];
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
    "DataErasure.erase": {
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
                    "application/json": components["schemas"]["DeletionReceipt"];
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
    "ReceivedRecords.read": {
        parameters: {
            query?: {
                account?: string;
                after?: string;
                dataType?: string;
                limit?: string;
            };
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
                    "application/json": components["schemas"]["RecordsPage"];
                };
            };
            /** @description `export-not-consented`: The consent is for viewing only. */
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
            /** @description `data-erased`: The data has been erased. */
            410: {
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
    "DataRequests.ask": {
        parameters: {
            query?: {
                waitSeconds?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataAsk"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequest"];
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
            /** @description `consent-revoked`: The consent was revoked. `consent-paused`: The consent is paused. `field-not-consented`: A field is not covered by the consent. */
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
            /** @description `request-id-reused`: The request id was used for other content. */
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
    "DataRequests.describe": {
        parameters: {
            query?: {
                waitSeconds?: string;
            };
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
                    "application/json": components["schemas"]["DataRequest-2"];
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
    "DataRequests.fetch": {
        parameters: {
            query?: {
                waitSeconds?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FetchNow"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequest-3"];
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
            /** @description `consent-revoked`: The consent was revoked. */
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
    "DataRequests.retry": {
        parameters: {
            query?: {
                waitSeconds?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequest-4"];
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
            /** @description `not-found`: There is nothing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing-to-retry`: Nothing of the data request has failed. `use-returned`: The use of the data request was given back, as nothing was served. */
            409: {
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
    "Stories.ofRequest": {
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
    "Erasures.overdue": {
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
                    "application/json": components["schemas"]["OverdueErasures"];
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
    "HandOvers.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                state?: "WAITING" | "DELIVERED" | "FAILED" | "ERASING" | "ERASED" | "UNREACHABLE" | "NOT_COVERED";
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
                        handOvers: components["schemas"]["HandOver"][];
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
    "HandOvers.retry": {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOver"];
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
    "OperatedRequests.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentAsk"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedConsent-4"];
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
            /** @description `request-id-reused`: The request id was used for other content. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outside-template`: The request asks for more than its template allows. `terms-contradictory`: The terms contradict each other. `purpose-unknown`: The purpose code is not in the code list. `template-unknown`: The template is not known. */
            422: {
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
    "OperatedRequests.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentAsk"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentRequestPreview"];
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
            /** @description `outside-template`: The request asks for more than its template allows. `terms-contradictory`: The terms contradict each other. `purpose-unknown`: The purpose code is not in the code list. `template-unknown`: The template is not known. */
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
    "FetchedData.listConsents": {
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
                    "application/json": components["schemas"]["ConsentsWithLimits"];
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
    "OperatedFetches.fetch": {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequest-5"];
                };
            };
            /** @description `consent-revoked`: The consent was revoked. `consent-paused`: The consent is paused. `consent-expired`: The consent has expired. `consent-not-started`: The consent period has not begun. `one-time-used`: The one-time consent has been used. `frequency-exceeded`: The consented frequency is used up for now. */
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
            /** @description `request-id-reused`: The request id was used for other content. */
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
    "FetchedData.listSessions": {
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
                    "application/json": components["schemas"]["FetchedSessions"];
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
    "FetchedData.story": {
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
    "FetchedData.erasures": {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ErasureSchedule"];
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
    "OperatedRecords.read": {
        parameters: {
            query: {
                account?: string;
                after?: string;
                consent: string;
                dataType?: string;
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
                    "application/json": components["schemas"]["RecordsPage"];
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
            /** @description `data-erased`: The data has been erased. */
            410: {
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
    "OperatedRecords.export": {
        parameters: {
            query: {
                account?: string;
                consent: string;
                dataType?: string;
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
                    "application/x-ndjson": unknown;
                };
            };
            /** @description `export-not-consented`: The consent is for viewing only. */
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
            /** @description `data-erased`: The data has been erased. */
            410: {
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
    "OperatedRequests.templates": {
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
                    "application/json": components["schemas"]["ConsentTemplates"];
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
