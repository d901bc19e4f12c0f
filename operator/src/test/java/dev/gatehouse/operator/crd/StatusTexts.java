package dev.gatehouse.operator.crd;

import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.resource.status.TokenState;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.operator.status.ConditionReason;
import dev.gatehouse.operator.status.ConditionReason.Course;
import dev.gatehouse.operator.status.ConditionReason.Met;
import dev.gatehouse.operator.status.ConditionReason.Mistake;
import dev.gatehouse.operator.status.EventReason;

/** What each word of a status means and what to do about it: a new word does not compile without its sentence. */
final class StatusTexts {

    private StatusTexts() {}

    static String of(ConditionType type) {
        return switch (type) {
            case ACCEPTED -> "The object is valid and in conflict with no other.";
            case RESOLVED_REFS -> "Everything that the object refers to is there, is permitted and can be used.";
            case PROGRAMMED ->
                "Every connected gateway enforces the object as it is now, with what the objects around it make of it.";
            case READY -> "All of these hold: what is declared is enforced. Wait for this one.";
            case STALLED ->
                "A person has to act. Stands in a status only while it is True: at once with a mistake in the object, after a minute with a reference that leads nowhere.";
        };
    }

    static String of(ConditionReason reason) {
        return switch (reason) {
            case Met(ConditionType condition) ->
                "`" + condition.text() + "` holds and there is nothing else to say. Nothing to do.";
            case Mistake(Reason mistake) -> of(mistake);
            case Course course -> of(course);
        };
    }

    static String of(Reason mistake) {
        return switch (mistake) {
            case INVALID ->
                "A field breaks a rule, and nothing of the object is in force. Correct the field that the message names.";
            case NAME_CONFLICT ->
                "Another object has what only one can have: a server's key, being the fleet's `McpGateway`, the Secret of `spec.issue`. Choose another name, or delete the other object.";
            case DUPLICATE_TOKEN ->
                "Another client or user has the same token, and it authenticates neither. Give each a token of its own.";
            case TOKEN_TOO_WEAK ->
                "The token can be guessed, and authenticates nobody. Make another with `openssl rand -hex 32`.";
            case INTERNAL_ERROR ->
                "No mistake of yours: Gatehouse itself failed at the object, and nothing of it is in force. Other objects are unaffected. Report it with the stack trace from the operator's log.";
            case SECRET_NOT_FOUND ->
                "There is no Secret of that name in the object's namespace. Create it, or correct the name.";
            case SECRET_KEY_NOT_FOUND -> "The Secret has no value under that key. Add it, or correct `key`.";
            case SECRET_UNLABELLED ->
                "The Secret is there and not read. Label it `gatehouse.dev/secret: \"true\"` if Gatehouse is to read it.";
            case SERVER_NOT_FOUND ->
                "A rule names a server that the object's own namespace does not have, and grants nothing. Create it, or correct the name or `namespace`.";
            case ALLOW_LIST_NOT_FOUND ->
                "A reference names a list that the object's own namespace does not have, and grants nothing. Create it, or correct the name or `namespace`.";
            case REF_NOT_PERMITTED ->
                "The server or list of another namespace does not exist, or its owner does not permit this namespace; which of the two is not told. Correct the name, or ask the owner for `spec.allowedNamespaces`.";
            case TOKEN_UNREADABLE ->
                "The file or variable that holds the token cannot be read. Make it readable to the gateway, or correct the name.";
            case WARNING -> "Something works and deserves a look; no condition fails.";
        };
    }

    static String of(Course course) {
        return switch (course) {
            case PENDING ->
                "While Unknown, no operator has looked at the object yet; while False, some connected gateway has not confirmed it. Wait; if it lasts, look at the operator's log and at `kubectl get mcpgw`.";
            case NO_GATEWAYS ->
                "No gateway has been connected to the operator for 15 seconds. Look at the gateway pods and at their logs.";
            case SUSPENDED -> "The object is valid and not served, as `spec.suspend` asks. Nothing to do.";
        };
    }

    static String of(TokenState state) {
        return switch (state) {
            case ACTIVE -> "It authenticates.";
            case PENDING -> "Its `notBefore` lies ahead, or the operator is about to mint it.";
            case EXPIRED -> "Its `expiresAt` has passed. Declare the next one, and remove this one.";
            case REFUSED ->
                "It is too weak, or another principal's too, or its object is invalid or suspended. The conditions say which.";
            case MISSING -> "Its Secret, the Secret's label or the key is not there. `ResolvedRefs` says which.";
        };
    }

    static String of(EventReason reason) {
        return switch (reason) {
            case WARNING -> "A warning is new in the status.";
            case TOOL_CHANGED ->
                "A server describes a tool in another way than before. Read the definition again before you rely on it.";
        };
    }
}
