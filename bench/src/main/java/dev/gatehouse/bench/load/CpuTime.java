package dev.gatehouse.bench.load;

import java.time.Duration;

/** What a process or a thread has used: in its own code, and in the kernel on its behalf. */
public record CpuTime(Duration user, Duration system) {

    public static final CpuTime NONE = new CpuTime(Duration.ZERO, Duration.ZERO);

    public Duration whole() {
        return user.plus(system);
    }

    public CpuTime plus(CpuTime other) {
        return new CpuTime(user.plus(other.user), system.plus(other.system));
    }

    public CpuTime minus(CpuTime other) {
        return new CpuTime(user.minus(other.user), system.minus(other.system));
    }
}
