package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to become of a request. */
public sealed interface Plan {

    /** On which grounds; {@code null} while it is not decided yet. */
    @Nullable
    Judgement judgement();

    /** The message goes to one server and the server's answer comes back as it is. */
    record Relay(Target target, Judgement judgement) implements Plan {}

    /** A notification goes to the one server that the endpoint leads to. */
    record Pass(UpstreamServer server) implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.allowed(Grounds.SESSION);
        }
    }

    /** One page of one server's list, which is filtered as it passes. */
    record Page(
            UpstreamServer server, ListKind kind, @Nullable Text cursor) implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.ownView();
        }
    }

    /** The caller's view of all servers' lists, from what the catalogues know. */
    record FromCatalogue(ListKind kind) implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.ownView();
        }
    }

    /** What is here, told to a caller that keeps no session. */
    record Describe() implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.ownView();
        }
    }

    /** A session begins. */
    record Begin() implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.allowed(Grounds.SESSION);
        }
    }

    /** A session ends. */
    record End() implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.allowed(Grounds.SESSION);
        }
    }

    /** A stream to the caller, fed by these servers, each asked for the URIs that the caller may hear of. */
    record Fan(Map<UpstreamServer, List<String>> servers) implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.allowed(Grounds.SESSION);
        }
    }

    /** The message goes to each of these servers, whose answers nobody waits for. */
    record Tell(List<UpstreamServer> servers) implements Plan {

        public Tell {
            servers = List.copyOf(servers);
        }

        @Override
        public Judgement judgement() {
            return Judgement.allowed(Grounds.SESSION);
        }
    }

    /** Nothing but that it has come. */
    record Acknowledge() implements Plan {
        @Override
        public Judgement judgement() {
            return Judgement.allowed(Grounds.SESSION);
        }
    }

    /**
     * No.
     *
     * @param concerning what was decided about; absent where nothing that there is was named
     * @param asked the name that the caller used; empty where it used none
     */
    record Refuse(Judgement judgement, @Nullable Target concerning, String asked) implements Plan {

        static Refuse on(Grounds grounds) {
            return new Refuse(Judgement.denied(grounds), null, "");
        }
    }

    /** The caller speaks an era in which there is nothing here for it. */
    record OtherEra(List<String> versions) implements Plan {

        public OtherEra {
            versions = List.copyOf(versions);
        }

        @Override
        public Judgement judgement() {
            return Judgement.denied(Grounds.SERVER_OF_OTHER_ERA);
        }
    }

    /** It would be allowed, but the server is known to give no answer. */
    record Unreachable(Judgement judgement, UpstreamServer server, UpstreamFailure failure) implements Plan {}

    /** To be made once this is known. */
    record Learn(Unknown unknown) implements Plan {
        @Override
        public @Nullable Judgement judgement() {
            return null;
        }
    }
}
