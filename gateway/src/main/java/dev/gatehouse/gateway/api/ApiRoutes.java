package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.PrincipalKind;

/** What each route does. */
public final class ApiRoutes {

    private final ServersView servers;
    private final CatalogueView catalogue;
    private final Invocations invocations;
    private final PrincipalsView principals;
    private final RightsView rights;
    private final AllowedPrincipalsView access = new AllowedPrincipalsView();
    private final OperationView operation;
    private final OpenApiDocument document;

    public ApiRoutes(ApiParts parts) {
        this.servers = new ServersView(parts.catalogues());
        this.catalogue = new CatalogueView(parts.catalogues());
        this.invocations = new Invocations(parts.store(), parts.catalogues(), parts.calls(), parts.clock());
        this.principals = new PrincipalsView(parts.clock());
        this.rights = new RightsView(parts.catalogues());
        this.operation = new OperationView(parts.findings(), parts.decisions(), parts.clock());
        this.document = OpenApiDocument.load();
    }

    /** The OpenAPI description, for everybody. */
    RouteAnswer description() {
        return document.answer();
    }

    /** Answers an authorised request. May block. */
    RouteAnswer serve(ApiRoute route, ApiRequest request) {
        return switch (route) {
            case OPENAPI -> description();
            case WHOAMI -> principals.whoami(request);
            case SERVERS -> servers.list(request);
            case SERVER -> servers.one(request);
            case TOOLS -> catalogue.list(request, ListKind.TOOLS);
            case TOOL -> catalogue.one(request, ListKind.TOOLS);
            case TOOL_INVOKE -> invocations.invokeTool(request);
            case PROMPTS -> catalogue.list(request, ListKind.PROMPTS);
            case PROMPT -> catalogue.one(request, ListKind.PROMPTS);
            case PROMPT_RENDER -> invocations.renderPrompt(request);
            case RESOURCES -> catalogue.list(request, ListKind.RESOURCES);
            case RESOURCE_READ -> invocations.readResource(request);
            case RESOURCE_TEMPLATES -> catalogue.list(request, ListKind.TEMPLATES);
            case CLIENTS -> principals.list(request, PrincipalKind.CLIENT);
            case CLIENT -> principals.one(request, PrincipalKind.CLIENT);
            case USERS -> principals.list(request, PrincipalKind.USER);
            case USER -> principals.one(request, PrincipalKind.USER);
            case RIGHTS -> rights.of(request);
            case ACCESS -> access.who(request);
            case CONFIG -> operation.config(request);
            case FINDINGS -> operation.findings();
            case DECISIONS -> operation.decisions(request);
        };
    }
}
