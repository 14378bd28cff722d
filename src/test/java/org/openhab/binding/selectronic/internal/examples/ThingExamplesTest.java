/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.examples;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.definitions.Definitions;
import org.openhab.binding.selectronic.internal.definitions.XmlElement;

/**
 * The things of each connection, against the definitions.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ThingExamplesTest {
    private static final String INVERTER = "selectronic:inverter:shed:main";

    /** The bridge types of the definitions: each is a way, and each connection has its files. */
    static Stream<String> connectionTypes() {
        return Definitions.thingTypes().stream().filter(type -> type.name().equals("bridge-type")).map(XmlElement::id);
    }

    @Test
    public void eachWayHasItsFiles() {
        assertThat(Example.files("yaml/things", ""), containsInAnyOrder(
                connectionTypes().map(connectionType -> "yaml/things/" + connectionType + ".yaml").toArray()));
        assertThat(Example.files("dsl/things", ""), containsInAnyOrder(
                connectionTypes().map(connectionType -> "dsl/things/" + connectionType + ".things").toArray()));
    }

    @ParameterizedTest
    @MethodSource("connectionTypes")
    public void bothFormsReportTheSame(String connectionType) {
        assertThat(dsl(connectionType), is(yaml(connectionType)));
    }

    @ParameterizedTest
    @MethodSource("connectionTypes")
    public void theInverterIsBelowTheBridge(String connectionType) {
        List<ExampleThing> things = yaml(connectionType);

        assertThat(things.stream().map(ExampleThing::uid).toList(),
                is(List.of("selectronic:" + connectionType + ":shed", INVERTER)));
        assertThat(things.stream().map(ExampleThing::isBridge).toList(), is(List.of(true, false)));
        assertThat(things.get(1).bridge(), is(things.get(0).uid()));
        assertThat(
                Definitions.withId(Definitions.thingTypes(), "inverter").child("supported-bridge-type-refs")
                        .orElseThrow().children("bridge-type-ref").stream().map(XmlElement::id).toList(),
                hasItem(connectionType));
    }

    @ParameterizedTest
    @MethodSource("connectionTypes")
    public void parametersAreThoseOfTheDefinitions(String connectionType) {
        for (ExampleThing thing : yaml(connectionType)) {
            String uri = "thing-type:" + thing.type();
            List<XmlElement> parameters = Definitions.configDescriptions().stream()
                    .filter(description -> description.attribute("uri").equals(Optional.of(uri)))
                    .flatMap(description -> description.children("parameter").stream()).toList();

            assertThat(thing.config().keySet(),
                    everyItem(is(in(parameters.stream().map(ThingExamplesTest::name).toList()))));
            for (XmlElement parameter : parameters) {
                if (thing.config().containsKey(name(parameter))) {
                    check(parameter, thing.config());
                } else {
                    assertThat(name(parameter), parameter.attribute("required"), is(Optional.empty()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("connectionTypes")
    public void examplesNameNobody(String connectionType) {
        for (Object value : yaml(connectionType).get(0).config().values()) {
            // addresses and names that are reserved for documentation, RFC 5737 and RFC 2606
            assertThat(value.toString(), anyOf(startsWith("192.0.2."), endsWith("@example.org"), is("change-me"),
                    startsWith("/dev/serial/by-id/"), matchesPattern("\\d+")));
        }
    }

    private static void check(XmlElement parameter, Map<String, Object> config) {
        String name = name(parameter);
        Object value = Objects.requireNonNull(config.get(name));
        switch (parameter.attribute("type").orElseThrow()) {
            case "text" -> assertThat(name, value, is(instanceOf(String.class)));
            case "boolean" -> assertThat(name, value, is(instanceOf(Boolean.class)));
            default -> {
                assertThat(name, value, is(instanceOf(BigDecimal.class)));
                BigDecimal number = Objects.requireNonNull((BigDecimal) value);
                parameter.attribute("min")
                        .ifPresent(min -> assertThat(name, number, is(greaterThanOrEqualTo(new BigDecimal(min)))));
                parameter.attribute("max")
                        .ifPresent(max -> assertThat(name, number, is(lessThanOrEqualTo(new BigDecimal(max)))));
                if (parameter.attribute("type").orElseThrow().equals("integer")) {
                    assertThat(name, number.scale(), is(0));
                }
            }
        }
        List<String> options = Definitions.options(parameter).stream()
                .map(option -> option.attribute("value").orElseThrow()).toList();
        if (!options.isEmpty() && !parameter.text("limitToOptions").equals(Optional.of("false"))) {
            assertThat(name, value.toString(), is(in(options)));
        }
    }

    private static String name(XmlElement parameter) {
        return parameter.attribute("name").orElseThrow();
    }

    private static List<ExampleThing> yaml(String connectionType) {
        return YamlFile.read("yaml/things/" + connectionType + ".yaml").things();
    }

    private static List<ExampleThing> dsl(String connectionType) {
        return DslFile.things("dsl/things/" + connectionType + ".things");
    }
}
