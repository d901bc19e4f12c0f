package dev.gatehouse.operator.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.gatehouse.model.resource.DurationText;
import dev.gatehouse.operator.resource.McpAllowListResource;
import dev.gatehouse.operator.resource.McpClientResource;
import dev.gatehouse.operator.resource.McpGatewayResource;
import dev.gatehouse.operator.resource.McpServerResource;
import dev.gatehouse.operator.resource.McpUserResource;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The five CRDs as fabric8's generator and then {@link FinishedCrd} make them, by the name of their file. */
final class GeneratedCrds {

    private GeneratedCrds() {}

    static Map<String, String> byFile() {
        var mapper = new ObjectMapper();
        var json = new KubernetesSerialization(mapper, true);
        mapper.registerModule(durations());
        var output = new LinkedHashMap<String, ByteArrayOutputStream>();
        new CRDGenerator()
                .withOutput(new InMemory(output))
                .withObjectMapper(mapper, json)
                .withParallelGenerationEnabled(false)
                .forCRDVersions("v1")
                .customResourceClasses(List.of(
                        McpServerResource.class,
                        McpAllowListResource.class,
                        McpClientResource.class,
                        McpUserResource.class,
                        McpGatewayResource.class))
                .generate();
        var files = new TreeMap<String, String>();
        output.values().forEach(yaml -> {
            CustomResourceDefinition crd =
                    json.unmarshal(yaml.toString(StandardCharsets.UTF_8), CustomResourceDefinition.class);
            files.put(crd.getSpec().getNames().getPlural() + ".yaml", FinishedCrd.yaml(crd));
        });
        return files;
    }

    /** The generator reads defaults by the field's type alone. */
    private static SimpleModule durations() {
        return new SimpleModule()
                .addSerializer(Duration.class, new DurationText.Writer())
                .addDeserializer(Duration.class, new DurationText.Reader());
    }

    /** Where the generator writes. */
    private record InMemory(Map<String, ByteArrayOutputStream> files)
            implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {

        @Override
        public ByteArrayOutputStream outputFor(String crd) {
            return files.computeIfAbsent(crd, name -> new ByteArrayOutputStream());
        }

        @Override
        public void close() {}
    }
}
