package dev.gatehouse.model.rights;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Translation;
import dev.gatehouse.model.translate.Translator;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Views of worlds that a test makes of objects. */
final class Views {

    private Views() {}

    static AccessView of(Collection<Resource> objects) {
        World world = World.of(objects, Map.of());
        Translation translation = new Translator(Environment.DIRECTORY).translate(world);
        return new AccessView(
                world,
                translation.config(),
                translation.findings().stream()
                        .filter(finding -> finding.reason().refusesAll())
                        .map(Finding::resource)
                        .collect(Collectors.toSet()));
    }
}
