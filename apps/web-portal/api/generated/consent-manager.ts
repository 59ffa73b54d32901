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
    "/me/account-links/{id}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What ending a link would end with it */
        get: operations["AccountLinks.ends"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/me/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells, while it is open, that something of hers has changed
         * @description Server-sent events `change` with data `{"kind": "consent-request" | "consent" | "data-session" | "account-link" | "erasure" | "timeline"}` and nothing else: ask anew for what is shown, also when the stream opens. Each change is on the timeline too. At most a second late; a comment every 15 s; it ends with the session, and when the role stops. At most 8 of one person at a time.
         */
        get: operations["MyChanges.open"];
        put?: never;
        post?: never;
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
        /** What exactly is asked, by whom, which of her accounts could answer, and what it asks beside what she gave */
        get: operations["MyConsentRequests.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consent-requests/{handle}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepares exactly what a yes would give, to be looked at and signed with a passkey
         * @description Lives five minutes; a newer one takes its place.
         */
        post: operations["MyConsentRequests.prepare"];
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
         * @description Who has a passkey says it by signing what was prepared. Approving the same twice answers the same consent; what was approved otherwise meanwhile, elsewhere or by a rule of hers, is refused with `approved-otherwise`.
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
        /** One consent: terms, state, counterparts, what was fetched under it, what was erased, what it renews */
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
    "/me/consents/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that she would give this consent again
         * @description Only its data user can ask anew. When it does, for no more than this consent gave, this rule says yes for her.
         */
        post: operations["MyStandingChoices.renew"];
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
    "/me/data-holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds what of her now: providers by her linked accounts, data users by what they received */
        get: operations["DataHolders.of"];
        put?: never;
        post?: never;
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
    "/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How she hears of requests: by mail, and in which browsers */
        get: operations["Notifications.read"];
        /**
         * Chooses whether requests are told by mail
         * @description One-time codes are sent whatever she chooses.
         */
        put: operations["Notifications.choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/openid-identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The OpenID providers she signs in with */
        get: operations["LinkedIdentities.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/openid-identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets a provider sign her in no more */
        delete: operations["LinkedIdentities.unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What she signs in and approves with, oldest first */
        get: operations["Passkeys.list"];
        put?: never;
        /**
         * Makes a passkey
         * @description From then on she approves with a passkey alone.
         */
        post: operations["Passkeys.finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/{id}": {
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
         * Removes a passkey
         * @description Her sign-in must be at most 15 minutes ago. With the last one end the sessions that were opened by one, this one too.
         */
        delete: operations["Passkeys.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to make a passkey
         * @description Who has one makes another only in a session opened with it, or with a recovery code.
         */
        post: operations["Passkeys.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has this browser told when a request waits
         * @description Takes a browser's PushSubscription (RFC 8030, RFC 8291). The same endpoint again replaces the former.
         */
        post: operations["Notifications.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/push-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Has a browser told no more */
        delete: operations["Notifications.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many recovery codes are left */
        get: operations["RecoveryCodes.count"];
        put?: never;
        /** Makes ten recovery codes in place of those from before; shown this once */
        post: operations["RecoveryCodes.make"];
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
        delete: operations["MySessions.close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where she is signed in, newest first */
        get: operations["MySessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs out elsewhere */
        delete: operations["MySessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/standing-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules of hers that decide for her */
        get: operations["MyStandingChoices.list"];
        put?: never;
        /**
         * Sets a rule that decides for her
         * @description A no goes before every yes; emergency access does not wait for the end of quiet hours, all else does. Her sign-in must be at most 15 minutes ago; where a rule says yes for one who has a passkey, it must be by that.
         */
        post: operations["MyStandingChoices.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/standing-choices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a rule; the consents it gave stay */
        delete: operations["MyStandingChoices.remove"];
        options?: never;
        head?: never;
        /**
         * Changes a rule, or turns it on or off
         * @description Off alone needs no recent sign-in. All else makes a new version, whose uses count from none; a rule stays of its kind.
         */
        patch: operations["MyStandingChoices.change"];
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
    "/me/trust-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed trust list that this consent manager keeps, so that a page can check a receipt by it
         * @description As the trust registry signed it. Who doubts this consent manager takes the list from elsewhere.
         */
        get: operations["Receipts.keptTrustList"];
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
    "/operator/delivery-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How events arrive at each counterpart: waiting, dead, last failure, and how long arriving took */
        get: operations["ManagerConsole.deliveryHealth"];
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
    "/operator/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of consent requests, by the day they were asked on, and how long deciding took
         * @description Counts alone. Up to half a minute old.
         */
        get: operations["ManagerConsole.read"];
        put?: never;
        post?: never;
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
    "/sign-in/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs anyone in as the person of a demo on one machine, in a cookie
         * @description Only there where DEMO_SIGN_IN is on, which no node takes in production.
         */
        post: operations["DemoSignIn.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/openid-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom an OpenID provider has sent, in this browser, that is nobody here yet */
        get: operations["OpenIdArrivals.read"];
        put?: never;
        /**
         * Shows with a one-time code which person she is; from then on the provider is enough
         * @description The code is that of `POST /sign-in/codes`. A contact that nobody has makes a new person.
         */
        post: operations["OpenIdArrivals.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/openid/{provider}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends the browser to an OpenID provider
         * @description Where that cannot be, to `/app/?sign-in-refused=CODE`.
         */
        get: operations["OpenIdSignIn.begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/openid/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the provider sends the browser back to
         * @description On to `/app/` with a session; to `/app/?sign-in=confirm` for one whose account at the provider is nobody’s here yet; to `/app/?sign-in-refused=CODE` otherwise.
         */
        get: operations["OpenIdSignIn.return"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/openid/{provider}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the provider verifies this consent manager by, where it signs its calls */
        get: operations["OpenIdSignIn.keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a passkey */
        post: operations["PasskeySignIn.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to sign in with a passkey, whoever it is */
        post: operations["PasskeySignIn.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways to sign in here */
        get: operations["OpenIdArrivals.ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in with a recovery code
         * @description Answered alike for a person who is not here.
         */
        post: operations["RecoveryCodes.signIn"];
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
        DeliveryHealth: {
            counterparts: {
                arrived: {
                    /** @description The newest that arrived, a thousand at most. */
                    events: number;
                    /** @description Seconds from telling to acknowledgement. */
                    p50: number | null;
                    p95: number | null;
                };
                dead: number;
                lastFailure: string | null;
                lastFailureAt: string | null;
                lastSuccessAt: string | null;
                name: string;
                /** @description When the oldest that waits was told. */
                oldest: string | null;
                receiver: string;
                waiting: number;
                /** @description The last failure as a person reads it; empty for none. */
                words: string;
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
        RequestFunnel: {
            days: {
                /** @description Narrowed ones among them. */
                approved: number;
                asked: number;
                /** @description UTC, on which they were asked; newest first. */
                day: string;
                expired: number;
                narrowed: number;
                /** @description Seconds, to three percent; null where nothing was decided. */
                p50: number | null;
                /** @description Seconds, to three percent; null where nothing was decided. */
                p95: number | null;
                pending: number;
                rejected: number;
            }[];
            total: {
                /** @description Narrowed ones among them. */
                approved: number;
                asked: number;
                expired: number;
                narrowed: number;
                /** @description Seconds, to three percent; null where nothing was decided. */
                p50: number | null;
                /** @description Seconds, to three percent; null where nothing was decided. */
                p95: number | null;
                pending: number;
                rejected: number;
            };
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
                        /** @description Who has one approves with it alone. */
                        hasPasskey: boolean;
                        principal: string;
                        /**
                         * @description How she signed in, or what she has shown in this session since.
                         * @enum {string}
                         */
                        sessionMethod: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
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
    "AccountLinks.ends": {
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
                        consents: {
                            /** @enum {string} */
                            becomes: "ENDS" | "REDUCED";
                            consent: string;
                            dataUser: {
                                id: string;
                                name: string;
                            };
                            erasesData: boolean;
                            purpose: {
                                code: string;
                                text: string;
                                title: string;
                            };
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                        }[];
                        link: {
                            dataProvider: string;
                            dataTypes: string[];
                            id: string;
                            label: string;
                            linkedAt: string;
                        };
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
    "MyChanges.open": {
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
                    "text/event-stream": unknown;
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
                        afterApproval: {
                            /** @enum {string} */
                            consentMode: "VIEW" | "STORE";
                            erasedOnRevocation: boolean;
                            keptFor: string;
                            mayBeAskedUntil: string;
                        };
                        askedAt: string;
                        consentId: string | null;
                        dataTypes: {
                            description: string;
                            example: {
                                [key: string]: unknown;
                            };
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
                            verified: {
                                roles: ("consent-manager" | "data-provider" | "data-user" | "trust-registry")[];
                                since: string;
                            } | null;
                        };
                        decidedAt: string | null;
                        decidedBy: {
                            id: string;
                            /** @description Whether she has removed it since. */
                            isRemoved: boolean;
                            /** @enum {string} */
                            kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                            name: string;
                        } | null;
                        expiresAt: string;
                        handle: string;
                        mayBeNarrowed: boolean;
                        notice: {
                            language: string;
                            text: string;
                        };
                        purpose: {
                            code: string;
                            description: string;
                            text: string;
                            title: string;
                        };
                        /** @description Of a no: a code; in her own words if it was said before there were codes. */
                        reason: string | null;
                        /** @description While it waits: her newest consent to the same data user for the same purpose, and what differs. */
                        renews: {
                            accounts: {
                                /** @enum {string} */
                                change: "more" | "other" | "less" | "same";
                                dataProvider: string;
                                id: string;
                                label: string;
                            }[];
                            approvedAt: string;
                            changes: {
                                /** @enum {string} */
                                change: "more" | "other" | "less" | "same";
                                /** @enum {string} */
                                term: "purpose" | "notice" | "dataTypes" | "dataRange" | "frequency" | "consentPeriod" | "dataLife" | "dataFilter" | "consentMode" | "eraseOnRevocation" | "template";
                            }[];
                            consentId: string;
                            dataTypes: {
                                /** @enum {string} */
                                change: "more" | "other" | "less" | "same";
                                less: {
                                    name: string;
                                    title: string;
                                }[];
                                more: {
                                    name: string;
                                    title: string;
                                }[];
                                title: string;
                                type: string;
                            }[];
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            terms: components["schemas"]["consent-terms"];
                        } | null;
                        /** @enum {string} */
                        state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
                        template: {
                            id: string;
                            maxConsentPeriod: string;
                            maxDataLife: string;
                            maxDataRange: string;
                            maxFrequency: {
                                max: number;
                                /** @enum {string} */
                                per: "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";
                            }[];
                            title: string;
                        } | null;
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
    "MyConsentRequests.prepare": {
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
                        draftId: string | null;
                        expiresAt: string | null;
                        narrowedFrom: {
                            asked: unknown;
                            granted: unknown;
                            term: string;
                        }[];
                        providers: {
                            accounts: {
                                dataProvider: string;
                                dataTypes: string[];
                                id: string;
                                label: string;
                                linkedAt: string;
                            }[];
                            dataProvider: {
                                id: string;
                                name: string;
                            };
                            terms: components["schemas"]["consent-terms"];
                        }[];
                        /** @description Null, as are draftId and expiresAt, for one who has no passkey. */
                        publicKey: components["schemas"]["PasskeyUseOptions"] | null;
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
            /** @description `cross-site-call`: The call does not come from a page of this role. */
            403: {
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
                    draftId: string;
                    response: components["schemas"]["PasskeyAssertion"];
                } | {
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
                            method: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo" | "standing-choice";
                            noticeDigest: string;
                            passkey?: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                credentialId: string;
                                digests: string[];
                                publicKey: {
                                    /** @constant */
                                    crv: "P-256";
                                    /** @constant */
                                    kty: "EC";
                                    x: string;
                                    y: string;
                                } | {
                                    /** @constant */
                                    crv: "Ed25519";
                                    /** @constant */
                                    kty: "OKP";
                                    x: string;
                                } | {
                                    e: string;
                                    /** @constant */
                                    kty: "RSA";
                                    n: string;
                                };
                                signature: string;
                            };
                            principal: string;
                            signedInAt: string;
                            standingChoice?: {
                                id: string;
                                /** @enum {string} */
                                kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                                name: string;
                                renews?: string;
                                ruleDigest: string;
                                setAt: string;
                                /** @enum {string} */
                                setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                                version: number;
                            };
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
                            isReturned: boolean;
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
                        uses: {
                            left: number;
                            of: number;
                            renewsAt: string | null;
                        };
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
            /** @description `passkey-required`: Who has a passkey does this with it alone. `passkey-refused`: The passkey does not show what it has to. `cross-site-call`: The call does not come from a page of this role. */
            403: {
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
            /** @description `request-not-pending`: The request was decided or has lapsed. `request-expired`: The request has expired. `narrowing-not-allowed`: The data user asked to be answered with yes or no. `approval-draft-changed`: What was prepared to be approved is not there any more, or is not what it would be now. `approved-otherwise`: The request was approved before, by other terms; what was said now was not approved. */
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
                    /** @enum {string} */
                    reason?: "not-needed" | "too-much-asked" | "not-known-to-me" | "not-trusted" | "other";
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
                        afterApproval: {
                            /** @enum {string} */
                            consentMode: "VIEW" | "STORE";
                            erasedOnRevocation: boolean;
                            keptFor: string;
                            mayBeAskedUntil: string;
                        };
                        askedAt: string;
                        consentId: string | null;
                        dataTypes: {
                            description: string;
                            example: {
                                [key: string]: unknown;
                            };
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
                            verified: {
                                roles: ("consent-manager" | "data-provider" | "data-user" | "trust-registry")[];
                                since: string;
                            } | null;
                        };
                        decidedAt: string | null;
                        decidedBy: {
                            id: string;
                            /** @description Whether she has removed it since. */
                            isRemoved: boolean;
                            /** @enum {string} */
                            kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                            name: string;
                        } | null;
                        expiresAt: string;
                        handle: string;
                        mayBeNarrowed: boolean;
                        notice: {
                            language: string;
                            text: string;
                        };
                        purpose: {
                            code: string;
                            description: string;
                            text: string;
                            title: string;
                        };
                        /** @description Of a no: a code; in her own words if it was said before there were codes. */
                        reason: string | null;
                        /** @description While it waits: her newest consent to the same data user for the same purpose, and what differs. */
                        renews: {
                            accounts: {
                                /** @enum {string} */
                                change: "more" | "other" | "less" | "same";
                                dataProvider: string;
                                id: string;
                                label: string;
                            }[];
                            approvedAt: string;
                            changes: {
                                /** @enum {string} */
                                change: "more" | "other" | "less" | "same";
                                /** @enum {string} */
                                term: "purpose" | "notice" | "dataTypes" | "dataRange" | "frequency" | "consentPeriod" | "dataLife" | "dataFilter" | "consentMode" | "eraseOnRevocation" | "template";
                            }[];
                            consentId: string;
                            dataTypes: {
                                /** @enum {string} */
                                change: "more" | "other" | "less" | "same";
                                less: {
                                    name: string;
                                    title: string;
                                }[];
                                more: {
                                    name: string;
                                    title: string;
                                }[];
                                title: string;
                                type: string;
                            }[];
                            /** @enum {string} */
                            state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            terms: components["schemas"]["consent-terms"];
                        } | null;
                        /** @enum {string} */
                        state: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "FAILED";
                        template: {
                            id: string;
                            maxConsentPeriod: string;
                            maxDataLife: string;
                            maxDataRange: string;
                            maxFrequency: {
                                max: number;
                                /** @enum {string} */
                                per: "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";
                            }[];
                            title: string;
                        } | null;
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
                        decidedBy: {
                            id: string;
                            /** @description Whether she has removed it since. */
                            isRemoved: boolean;
                            /** @enum {string} */
                            kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                            name: string;
                        } | null;
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
                            method: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo" | "standing-choice";
                            noticeDigest: string;
                            passkey?: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                credentialId: string;
                                digests: string[];
                                publicKey: {
                                    /** @constant */
                                    crv: "P-256";
                                    /** @constant */
                                    kty: "EC";
                                    x: string;
                                    y: string;
                                } | {
                                    /** @constant */
                                    crv: "Ed25519";
                                    /** @constant */
                                    kty: "OKP";
                                    x: string;
                                } | {
                                    e: string;
                                    /** @constant */
                                    kty: "RSA";
                                    n: string;
                                };
                                signature: string;
                            };
                            principal: string;
                            signedInAt: string;
                            standingChoice?: {
                                id: string;
                                /** @enum {string} */
                                kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                                name: string;
                                renews?: string;
                                ruleDigest: string;
                                setAt: string;
                                /** @enum {string} */
                                setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                                version: number;
                            };
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
                            isReturned: boolean;
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
                        renewedBy: {
                            approvedAt: string;
                            id: string;
                        } | null;
                        /** @description A former consent to the same data user for the same purpose. */
                        renews: {
                            approvedAt: string;
                            id: string;
                        } | null;
                        resumeAt: string | null;
                        /** @enum {string} */
                        state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                        terms: components["schemas"]["consent-terms"];
                        uses: {
                            left: number;
                            of: number;
                            renewsAt: string | null;
                        };
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
                            method: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo" | "standing-choice";
                            noticeDigest: string;
                            passkey?: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                credentialId: string;
                                digests: string[];
                                publicKey: {
                                    /** @constant */
                                    crv: "P-256";
                                    /** @constant */
                                    kty: "EC";
                                    x: string;
                                    y: string;
                                } | {
                                    /** @constant */
                                    crv: "Ed25519";
                                    /** @constant */
                                    kty: "OKP";
                                    x: string;
                                } | {
                                    e: string;
                                    /** @constant */
                                    kty: "RSA";
                                    n: string;
                                };
                                signature: string;
                            };
                            principal: string;
                            signedInAt: string;
                            standingChoice?: {
                                id: string;
                                /** @enum {string} */
                                kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                                name: string;
                                renews?: string;
                                ruleDigest: string;
                                setAt: string;
                                /** @enum {string} */
                                setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                                version: number;
                            };
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
                            isReturned: boolean;
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
                        uses: {
                            left: number;
                            of: number;
                            renewsAt: string | null;
                        };
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
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-broken`: The audit trail of this consent manager is not the one it sealed and signed: nothing can be proven by it. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-broken`: The audit trail of this consent manager is not the one it sealed and signed: nothing can be proven by it. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
    "MyStandingChoices.renew": {
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
                    /**
                     * @description How often; then it decides no more until she sets it anew.
                     * @default 1
                     */
                    mostUses?: number;
                    /** @default 30 */
                    withinDays?: number;
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
                        id: string;
                        isInForce: boolean;
                        isOn: boolean;
                        lastUsedAt: string | null;
                        name: string;
                        rule: {
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "refuse-purpose";
                            purposes: string[];
                        } | {
                            /** @description Only this consent of hers, and what came of it by this choice. */
                            consent?: string;
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "approve-renewal";
                            longestDataLife: string;
                            /** @description How often; then it decides no more until she sets it anew. */
                            mostUses: number;
                            purposes?: string[];
                            /** @description Since the consent ended by time. */
                            withinDays: number;
                        } | {
                            from: string;
                            /** @constant */
                            kind: "quiet-hours";
                            timeZone: string;
                            to: string;
                        } | {
                            /** @description Ids of her account links. */
                            accounts: string[];
                            dataTypes: string[];
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "emergency-access";
                            longestDataLife: string;
                            /** @description How often; then it decides no more until she sets it anew. */
                            mostUses: number;
                            /** @description At most 30 days ahead. */
                            until: string;
                        };
                        setAt: string;
                        /** @enum {string} */
                        setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                        uses: number;
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
            /** @description `sign-in-not-fresh`: For this the sign-in must be more recent. `consent-revoked`: The consent was revoked. */
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
            /** @description `too-many-standing-choices`: There are as many standing choices as there may be. */
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
                            method: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo" | "standing-choice";
                            noticeDigest: string;
                            passkey?: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                credentialId: string;
                                digests: string[];
                                publicKey: {
                                    /** @constant */
                                    crv: "P-256";
                                    /** @constant */
                                    kty: "EC";
                                    x: string;
                                    y: string;
                                } | {
                                    /** @constant */
                                    crv: "Ed25519";
                                    /** @constant */
                                    kty: "OKP";
                                    x: string;
                                } | {
                                    e: string;
                                    /** @constant */
                                    kty: "RSA";
                                    n: string;
                                };
                                signature: string;
                            };
                            principal: string;
                            signedInAt: string;
                            standingChoice?: {
                                id: string;
                                /** @enum {string} */
                                kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                                name: string;
                                renews?: string;
                                ruleDigest: string;
                                setAt: string;
                                /** @enum {string} */
                                setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                                version: number;
                            };
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
                            isReturned: boolean;
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
                        uses: {
                            left: number;
                            of: number;
                            renewsAt: string | null;
                        };
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
                            method: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo" | "standing-choice";
                            noticeDigest: string;
                            passkey?: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                credentialId: string;
                                digests: string[];
                                publicKey: {
                                    /** @constant */
                                    crv: "P-256";
                                    /** @constant */
                                    kty: "EC";
                                    x: string;
                                    y: string;
                                } | {
                                    /** @constant */
                                    crv: "Ed25519";
                                    /** @constant */
                                    kty: "OKP";
                                    x: string;
                                } | {
                                    e: string;
                                    /** @constant */
                                    kty: "RSA";
                                    n: string;
                                };
                                signature: string;
                            };
                            principal: string;
                            signedInAt: string;
                            standingChoice?: {
                                id: string;
                                /** @enum {string} */
                                kind: "refuse-purpose" | "approve-renewal" | "quiet-hours" | "emergency-access";
                                name: string;
                                renews?: string;
                                ruleDigest: string;
                                setAt: string;
                                /** @enum {string} */
                                setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                                version: number;
                            };
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
                            isReturned: boolean;
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
                        uses: {
                            left: number;
                            of: number;
                            renewsAt: string | null;
                        };
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
    "DataHolders.of": {
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
                            accounts: {
                                dataTypes: {
                                    title: string;
                                    type: string;
                                }[];
                                id: string;
                                label: string;
                                linkedAt: string;
                            }[];
                            participant: {
                                id: string;
                                name: string;
                            };
                        }[];
                        dataUsers: {
                            consents: {
                                dataProviders: {
                                    id: string;
                                    name: string;
                                }[];
                                dataTypes: {
                                    title: string;
                                    type: string;
                                }[];
                                expiresAt: string;
                                id: string;
                                purpose: {
                                    code: string;
                                    title: string;
                                };
                                /** @enum {string} */
                                state: "ACTIVE" | "PAUSED" | "REVOKED" | "EXPIRED";
                            }[];
                            held: {
                                consentId: string;
                                dataTypes: {
                                    title: string;
                                    type: string;
                                }[];
                                from: {
                                    id: string;
                                    name: string;
                                };
                                overdue: number;
                                records: number;
                                since: string;
                                until: string | null;
                            }[];
                            participant: {
                                id: string;
                                name: string;
                            };
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
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-broken`: The audit trail of this consent manager is not the one it sealed and signed: nothing can be proven by it. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
            /** @description `receipt-not-ready`: What the receipt has to prove is not under a checkpoint of the audit trail yet. `audit-trail-broken`: The audit trail of this consent manager is not the one it sealed and signed: nothing can be proven by it. `audit-trail-off`: This consent manager keeps no audit trail, so there is nothing that a receipt could prove. */
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
    "Notifications.read": {
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
                        email: {
                            on: boolean;
                        };
                        push: {
                            /** @description What a browser subscribes under; null where push is switched off. */
                            publicKey: string | null;
                            subscriptions: {
                                device: string;
                                id: string;
                                madeAt: string;
                            }[];
                        };
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
    "Notifications.choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: {
                        on: boolean;
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
                        email: {
                            on: boolean;
                        };
                        push: {
                            /** @description What a browser subscribes under; null where push is switched off. */
                            publicKey: string | null;
                            subscriptions: {
                                device: string;
                                id: string;
                                madeAt: string;
                            }[];
                        };
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
            /** @description `cross-site-call`: The call does not come from a page of this role. */
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
    "LinkedIdentities.list": {
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
                        identities: {
                            id: string;
                            issuer: string;
                            linkedAt: string;
                            title: string;
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
    "LinkedIdentities.unlink": {
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
    "Passkeys.list": {
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
                        passkeys: {
                            id: string;
                            /** @description Whether it outlives the device it was made on. */
                            isBackedUp: boolean;
                            lastUsedAt: string | null;
                            madeAt: string;
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
    "Passkeys.finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ceremonyId: string;
                    name: string;
                    response: components["schemas"]["PasskeyMade"];
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
                        id: string;
                        /** @description Whether it outlives the device it was made on. */
                        isBackedUp: boolean;
                        lastUsedAt: string | null;
                        madeAt: string;
                        name: string;
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
            /** @description `passkey-required`: Who has a passkey does this with it alone. `passkey-refused`: The passkey does not show what it has to. `cross-site-call`: The call does not come from a page of this role. */
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
    "Passkeys.remove": {
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
            /** @description `sign-in-not-fresh`: For this the sign-in must be more recent. `passkey-required`: Who has a passkey does this with it alone. `cross-site-call`: The call does not come from a page of this role. */
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
    "Passkeys.begin": {
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
                        publicKey: components["schemas"]["PasskeyMakingOptions"];
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
            /** @description `passkey-required`: Who has a passkey does this with it alone. `cross-site-call`: The call does not come from a page of this role. */
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
    "Notifications.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    endpoint: string;
                    keys: {
                        /** @description 16 bytes, base64url. */
                        auth: string;
                        p256dh: string;
                    };
                    /** @description The id under which this browser was told before its push service gave it another address. */
                    replaces?: string;
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
                        device: string;
                        id: string;
                        madeAt: string;
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
            /** @description `cross-site-call`: The call does not come from a page of this role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-push-subscriptions`: As many browsers as one person may have are told already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `push-service-not-listed`: The push service of this browser is not one that is sent to from here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `web-push-off`: This consent manager pushes nothing to browsers. */
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
    "Notifications.remove": {
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
            /** @description `cross-site-call`: The call does not come from a page of this role. */
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
    "RecoveryCodes.count": {
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
                        left: number;
                        madeAt: string | null;
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
    "RecoveryCodes.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                        codes: string[];
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
            /** @description `passkey-required`: Who has a passkey does this with it alone. `cross-site-call`: The call does not come from a page of this role. */
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
    "MySessions.close": {
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
            /** @description `cross-site-call`: The call does not come from a page of this role. */
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
    "MySessions.list": {
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
                        sessions: {
                            /** @description In coarse words; null where it was not kept. */
                            device: string | null;
                            expiresAt: string;
                            id: string;
                            isCurrent: boolean;
                            /** @enum {string} */
                            method: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                            signedInAt: string;
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
    "MySessions.end": {
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
    "MyStandingChoices.list": {
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
                        choices: {
                            id: string;
                            isInForce: boolean;
                            isOn: boolean;
                            lastUsedAt: string | null;
                            name: string;
                            rule: {
                                /** @description Of anyone where absent. */
                                dataUsers?: string[];
                                /** @constant */
                                kind: "refuse-purpose";
                                purposes: string[];
                            } | {
                                /** @description Only this consent of hers, and what came of it by this choice. */
                                consent?: string;
                                /** @description Of anyone where absent. */
                                dataUsers?: string[];
                                /** @constant */
                                kind: "approve-renewal";
                                longestDataLife: string;
                                /** @description How often; then it decides no more until she sets it anew. */
                                mostUses: number;
                                purposes?: string[];
                                /** @description Since the consent ended by time. */
                                withinDays: number;
                            } | {
                                from: string;
                                /** @constant */
                                kind: "quiet-hours";
                                timeZone: string;
                                to: string;
                            } | {
                                /** @description Ids of her account links. */
                                accounts: string[];
                                dataTypes: string[];
                                /** @description Of anyone where absent. */
                                dataUsers?: string[];
                                /** @constant */
                                kind: "emergency-access";
                                longestDataLife: string;
                                /** @description How often; then it decides no more until she sets it anew. */
                                mostUses: number;
                                /** @description At most 30 days ahead. */
                                until: string;
                            };
                            setAt: string;
                            /** @enum {string} */
                            setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                            uses: number;
                            version: number;
                        }[];
                        /** @constant */
                        most: 20;
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
    "MyStandingChoices.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    rule: {
                        /** @description Of anyone where absent. */
                        dataUsers?: string[];
                        /** @constant */
                        kind: "refuse-purpose";
                        purposes: string[];
                    } | {
                        /** @description Only this consent of hers, and what came of it by this choice. */
                        consent?: string;
                        /** @description Of anyone where absent. */
                        dataUsers?: string[];
                        /** @constant */
                        kind: "approve-renewal";
                        longestDataLife: string;
                        /** @description How often; then it decides no more until she sets it anew. */
                        mostUses: number;
                        purposes?: string[];
                        /** @description Since the consent ended by time. */
                        withinDays: number;
                    } | {
                        from: string;
                        /** @constant */
                        kind: "quiet-hours";
                        timeZone: string;
                        to: string;
                    } | {
                        /** @description Ids of her account links. */
                        accounts: string[];
                        dataTypes: string[];
                        /** @description Of anyone where absent. */
                        dataUsers?: string[];
                        /** @constant */
                        kind: "emergency-access";
                        longestDataLife: string;
                        /** @description How often; then it decides no more until she sets it anew. */
                        mostUses: number;
                        /** @description At most 30 days ahead. */
                        until: string;
                    };
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
                        id: string;
                        isInForce: boolean;
                        isOn: boolean;
                        lastUsedAt: string | null;
                        name: string;
                        rule: {
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "refuse-purpose";
                            purposes: string[];
                        } | {
                            /** @description Only this consent of hers, and what came of it by this choice. */
                            consent?: string;
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "approve-renewal";
                            longestDataLife: string;
                            /** @description How often; then it decides no more until she sets it anew. */
                            mostUses: number;
                            purposes?: string[];
                            /** @description Since the consent ended by time. */
                            withinDays: number;
                        } | {
                            from: string;
                            /** @constant */
                            kind: "quiet-hours";
                            timeZone: string;
                            to: string;
                        } | {
                            /** @description Ids of her account links. */
                            accounts: string[];
                            dataTypes: string[];
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "emergency-access";
                            longestDataLife: string;
                            /** @description How often; then it decides no more until she sets it anew. */
                            mostUses: number;
                            /** @description At most 30 days ahead. */
                            until: string;
                        };
                        setAt: string;
                        /** @enum {string} */
                        setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                        uses: number;
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
            /** @description `sign-in-not-fresh`: For this the sign-in must be more recent. `passkey-required`: Who has a passkey does this with it alone. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account-not-yours`: There is no such linked account. `consent-unknown`: There is no such consent for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-standing-choices`: There are as many standing choices as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `purpose-unknown`: The purpose code is not in the code list. `data-type-unknown`: A data type is not in the code list. `terms-contradictory`: The terms contradict each other. */
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
    "MyStandingChoices.remove": {
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
            /** @description `standing-choice-unknown`: There is no such standing choice of yours. */
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
    "MyStandingChoices.change": {
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
                    isOn?: boolean;
                    name?: string;
                    rule?: {
                        /** @description Of anyone where absent. */
                        dataUsers?: string[];
                        /** @constant */
                        kind: "refuse-purpose";
                        purposes: string[];
                    } | {
                        /** @description Only this consent of hers, and what came of it by this choice. */
                        consent?: string;
                        /** @description Of anyone where absent. */
                        dataUsers?: string[];
                        /** @constant */
                        kind: "approve-renewal";
                        longestDataLife: string;
                        /** @description How often; then it decides no more until she sets it anew. */
                        mostUses: number;
                        purposes?: string[];
                        /** @description Since the consent ended by time. */
                        withinDays: number;
                    } | {
                        from: string;
                        /** @constant */
                        kind: "quiet-hours";
                        timeZone: string;
                        to: string;
                    } | {
                        /** @description Ids of her account links. */
                        accounts: string[];
                        dataTypes: string[];
                        /** @description Of anyone where absent. */
                        dataUsers?: string[];
                        /** @constant */
                        kind: "emergency-access";
                        longestDataLife: string;
                        /** @description How often; then it decides no more until she sets it anew. */
                        mostUses: number;
                        /** @description At most 30 days ahead. */
                        until: string;
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
                        id: string;
                        isInForce: boolean;
                        isOn: boolean;
                        lastUsedAt: string | null;
                        name: string;
                        rule: {
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "refuse-purpose";
                            purposes: string[];
                        } | {
                            /** @description Only this consent of hers, and what came of it by this choice. */
                            consent?: string;
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "approve-renewal";
                            longestDataLife: string;
                            /** @description How often; then it decides no more until she sets it anew. */
                            mostUses: number;
                            purposes?: string[];
                            /** @description Since the consent ended by time. */
                            withinDays: number;
                        } | {
                            from: string;
                            /** @constant */
                            kind: "quiet-hours";
                            timeZone: string;
                            to: string;
                        } | {
                            /** @description Ids of her account links. */
                            accounts: string[];
                            dataTypes: string[];
                            /** @description Of anyone where absent. */
                            dataUsers?: string[];
                            /** @constant */
                            kind: "emergency-access";
                            longestDataLife: string;
                            /** @description How often; then it decides no more until she sets it anew. */
                            mostUses: number;
                            /** @description At most 30 days ahead. */
                            until: string;
                        };
                        setAt: string;
                        /** @enum {string} */
                        setBy: "one-time-code" | "passkey" | "recovery-code" | "openid-connect" | "demo";
                        uses: number;
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
            /** @description `sign-in-not-fresh`: For this the sign-in must be more recent. `passkey-required`: Who has a passkey does this with it alone. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account-not-yours`: There is no such linked account. `consent-unknown`: There is no such consent for you. `standing-choice-unknown`: There is no such standing choice of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `purpose-unknown`: The purpose code is not in the code list. `data-type-unknown`: A data type is not in the code list. `terms-contradictory`: The terms contradict each other. */
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
    "Timeline.page": {
        parameters: {
            query?: {
                before?: string;
                consent?: string;
                from?: string;
                kind?: "consent-request" | "consent" | "data-session" | "account-link" | "erasure" | "standing-choice" | "principal";
                limit?: number;
                participant?: string;
                to?: string;
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
                            kind: "principal.joined" | "contact.verified" | "openid-identity.linked" | "openid-identity.unlinked" | "passkey.made" | "passkey.removed" | "recovery-codes.made" | "recovery-code.used" | "account.linked" | "account.unlinked" | "account.unlinked-by-provider" | "consent-request.received" | "consent-request.approved" | "consent-request.narrowed" | "consent-request.rejected" | "consent-request.approved-by-choice" | "consent-request.approved-in-emergency" | "consent-request.rejected-by-choice" | "consent-request.expired" | "standing-choice.set" | "standing-choice.changed" | "standing-choice.turned-off" | "standing-choice.removed" | "consent.paused" | "consent.resumed" | "consent.revoked" | "consent.ended-with-link" | "consent.reduced-with-link" | "consent.expired" | "data-request.authorised" | "data-request.refused" | "data-request.returned" | "data-session.sent" | "data-session.received" | "data-session.mismatched" | "data-session.unconfirmed" | "data-session.unstated" | "data-session.matched" | "data-session.retried" | "data-session.erased" | "hand-over.erased" | "data-session.erasure-overdue";
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
    "Receipts.keptTrustList": {
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
    "ManagerConsole.deliveryHealth": {
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
                    "application/json": components["schemas"]["DeliveryHealth"];
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
    "ManagerConsole.read": {
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
                    "application/json": components["schemas"]["RequestFunnel"];
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
    "DemoSignIn.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                        expiresAt: string;
                        principal: string;
                        /** @description Absent where the session was asked for as a cookie. */
                        token?: string;
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
    "OpenIdArrivals.read": {
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
                        /** @description The mail address the provider has verified: to begin the form with, no more. */
                        email: string | null;
                        provider: {
                            id: string;
                            title: string;
                        };
                    };
                };
            };
            /** @description `openid-sign-in-refused`: The sign-in with the other provider did not come through, or lies too long ago. */
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
    "OpenIdArrivals.confirm": {
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
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
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
                        /** @description Absent where the session was asked for as a cookie. */
                        token?: string;
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
            /** @description `code-wrong-or-expired`: The code is wrong or has expired. `openid-sign-in-refused`: The sign-in with the other provider did not come through, or lies too long ago. `cross-site-call`: The call does not come from a page of this role. */
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
    "OpenIdSignIn.begin": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            302: {
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
    "OpenIdSignIn.return": {
        parameters: {
            query: {
                code?: string;
                error?: string;
                error_description?: string;
                iss?: string;
                session_state?: string;
                state: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            302: {
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
    "OpenIdSignIn.keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
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
                        keys: {
                            /** @constant */
                            alg: "ES256";
                            /** @constant */
                            crv: "P-256";
                            kid: string;
                            /** @constant */
                            kty: "EC";
                            /** @constant */
                            use: "sig";
                            x: string;
                            y: string;
                        }[];
                    };
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
    "PasskeySignIn.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ceremonyId: string;
                    response: components["schemas"]["PasskeyAssertion"];
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
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
                        /** @description Absent where the session was asked for as a cookie. */
                        token?: string;
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
            /** @description `passkey-refused`: The passkey does not show what it has to. `cross-site-call`: The call does not come from a page of this role. */
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
    "PasskeySignIn.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
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
                        publicKey: components["schemas"]["PasskeyUseOptions"];
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
    "OpenIdArrivals.ways": {
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
                        oneTimeCode: boolean;
                        openid: {
                            id: string;
                            title: string;
                        }[];
                        passkey: boolean;
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
    "RecoveryCodes.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Her whole id, with what stands after the @. */
                    principal: string;
                    recoveryCode: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
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
                        /** @description Absent where the session was asked for as a cookie. */
                        token?: string;
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
            /** @description `code-wrong-or-expired`: The code is wrong or has expired. `cross-site-call`: The call does not come from a page of this role. */
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
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
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
                        /** @description Absent where the session was asked for as a cookie. */
                        token?: string;
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
            /** @description `code-wrong-or-expired`: The code is wrong or has expired. `cross-site-call`: The call does not come from a page of this role. */
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
