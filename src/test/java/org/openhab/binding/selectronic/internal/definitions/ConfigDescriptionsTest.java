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
package org.openhab.binding.selectronic.internal.definitions;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.GatewayConfiguration;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.config.NetworkConfiguration;
import org.openhab.binding.selectronic.internal.config.PortalConfiguration;
import org.openhab.binding.selectronic.internal.config.RegisterConfiguration;
import org.openhab.binding.selectronic.internal.config.SerialConfiguration;
import org.openhab.binding.selectronic.internal.config.SpLinkConfiguration;
import org.openhab.binding.selectronic.internal.config.TunnelConfiguration;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.splink.client.LineSpeed;
import org.openhab.binding.selectronic.internal.splink.client.Password;
import org.openhab.binding.selectronic.internal.splink.link.TunnelLink;

/**
 * Tests that the parameters the owner sees are the fields that the binding reads, with the same defaults and limits.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ConfigDescriptionsTest {
    private static final Map<String, Class<?>> CLASSES = new HashMap<>(Map.of( //
            "thing-type:selectronic:gateway", GatewayConfiguration.class, //
            "thing-type:selectronic:serial", SerialConfiguration.class, //
            "thing-type:selectronic:network", NetworkConfiguration.class, //
            "thing-type:selectronic:tunnel", TunnelConfiguration.class, //
            "thing-type:selectronic:portal", PortalConfiguration.class, //
            "thing-type:selectronic:inverter", InverterConfiguration.class));
    static {
        Stream.of(RegisterDimension.values()).forEach(dimension -> CLASSES
                .put("channel-type:selectronic:" + dimension.typeId(), RegisterConfiguration.class));
    }

    private static final Map<Class<?>, String> TYPES = Map.of(String.class, "text", int.class, "integer", boolean.class,
            "boolean", Double.class, "decimal", List.class, "text");

    /** Numbers that are not a quantity; a speed in baud is one, but openHAB does not know that unit. */
    private static final Set<String> WITHOUT_UNIT = Set.of("port", "speed");

    /** The units that openHAB's schema of configuration descriptions knows; any other one is a {@code unitLabel}. */
    private static final Set<String> UNITS = Set.of("A", "cd", "K", "kg", "m", "mol", "s", "g", "rad", "sr", "Hz", "N",
            "Pa", "J", "W", "C", "V", "F", "Ω", "S", "Wb", "T", "H", "Cel", "lm", "lx", "Bq", "Gy", "Sv", "kat", "m/s2",
            "m2v", "m3", "kph", "%", "l", "ms", "min", "h", "d", "week", "y");

    /** A parameter beside the class that it is read into. */
    static Stream<Arguments> parameters() {
        return Definitions.configDescriptions().stream().flatMap(description -> description.children("parameter")
                .stream().map(parameter -> Arguments.of(parameter, classOf(description))));
    }

    @Test
    public void parametersAreTheFieldsOfTheirClass() {
        for (XmlElement description : Definitions.configDescriptions()) {
            Object[] fields = Stream.of(classOf(description).getFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers())).map(Field::getName).toArray();
            assertThat(description.children("parameter").stream().map(ConfigDescriptionsTest::name).toList(),
                    containsInAnyOrder(fields));
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    public void aParameterHasLabelAndDescription(XmlElement parameter) {
        assertThat(parameter.text("label").isPresent(), is(true));
        assertThat(parameter.text("description").isPresent(), is(true));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    public void typeAndDefaultAreThoseOfTheField(XmlElement parameter, Class<?> type)
            throws ReflectiveOperationException {
        Field field = type.getField(name(parameter));

        assertThat(parameter.attribute("type"), is(Optional.ofNullable(TYPES.get(field.getType()))));
        assertThat(parameter.text("default"),
                is(Optional.ofNullable(field.get(untouched(type))).map(Objects::toString)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    public void aNumberHasLimitsThatTheClassKeepsToo(XmlElement parameter, Class<?> type)
            throws ReflectiveOperationException {
        if (type.getField(name(parameter)).getType() != int.class) {
            return;
        }
        int min = Integer.parseInt(parameter.attribute("min").orElseThrow());
        int max = Integer.parseInt(parameter.attribute("max").orElseThrow());

        assertThat(problemWith(type, parameter, min), is(Optional.empty()));
        assertThat(problemWith(type, parameter, max), is(Optional.empty()));
        for (int outside : List.of(min - 1, max + 1)) {
            List<String> arguments = problemWith(type, parameter, outside).orElseThrow().arguments();
            assertThat(arguments.subList(1, arguments.size()),
                    is(List.of(Integer.toString(outside), Integer.toString(min), Integer.toString(max))));
            assertThat(Texts.english().of(arguments.get(0).substring("@text/".length())),
                    is(parameter.text("label").orElseThrow()));
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    public void aNumberHasAUnitUnlessItCountsNothing(XmlElement parameter, Class<?> type)
            throws ReflectiveOperationException {
        Class<?> held = type.getField(name(parameter)).getType();
        boolean number = held == int.class || held == Double.class;

        Optional<String> unit = parameter.attribute("unit");
        assertThat(unit.or(() -> parameter.text("unitLabel")).isPresent(),
                is(number && !WITHOUT_UNIT.contains(name(parameter))));
        unit.ifPresent(known -> assertThat(UNITS, hasItem(known)));
    }

    @Test
    public void onlyWhatNobodyCanGuessMustBeEntered() {
        assertThat(
                namesOf(parameter -> parameter.attribute("required").isPresent()).stream()
                        .filter(name -> !name.equals("register")).toList(),
                containsInAnyOrder("host", "serialPort", "host", "email", "password", "email", "password"));
    }

    @Test
    public void whatANormalSetUpDoesNotTouchIsAdvanced() {
        assertThat(Set.copyOf(namesOf(parameter -> parameter.text("advanced").filter("true"::equals).isEmpty())),
                containsInAnyOrder("host", "serialPort", "port", "email", "password", "refreshInterval", "serialNumber",
                        "acSource", "batteryCapacity", "register", "refresh"));
    }

    @Test
    public void theUserInterfaceKnowsWhatIsToBeEntered() {
        Map<String, String> contexts = Map.of("host", "network-address", "serialPort", "serial-port", "email", "email",
                "password", "password", "inverterPassword", "password", "alternatives", "thing");

        parameters().map(arguments -> (XmlElement) arguments.get()[0]).forEach(parameter -> assertThat(name(parameter),
                parameter.text("context"), is(Optional.ofNullable(contexts.get(name(parameter))))));
    }

    @Test
    public void speedsAreThoseThatAreTried() {
        XmlElement speed = parameter("speed");

        assertThat(values(speed),
                is(Stream.concat(Stream.of(0), LineSpeed.ALL.stream()).map(Object::toString).toList()));
        assertThat(speed.text("limitToOptions"), is(Optional.of("true")));
    }

    @Test
    public void serversAreThoseThatAreKnown() {
        XmlElement host = parameters(TunnelConfiguration.class).filter(parameter -> name(parameter).equals("host"))
                .findFirst().orElseThrow();

        assertThat(values(host), is(TunnelLink.HOSTS));
        assertThat(host.text("limitToOptions"), is(Optional.of("false")));
        assertThat(new TunnelConfiguration().host, is(TunnelLink.HOSTS.get(0)));
        assertThat(new TunnelConfiguration().port, is(TunnelLink.PORT));
    }

    @Test
    public void thePasswordIsThatOfTheFactoryUnlessItWasChanged() {
        assertThat(new SpLinkConfiguration().inverterPassword, is(Password.OF_THE_FACTORY));
    }

    @Test
    public void acSourcesAreThoseOfTheModel() {
        assertThat(values(parameter("acSource")), is(Stream.of(AcSource.values()).map(Enum::name).toList()));
    }

    @Test
    public void refreshesAreThoseOfTheModel() {
        parameters(RegisterConfiguration.class).filter(parameter -> name(parameter).equals("refresh"))
                .forEach(parameter -> assertThat(values(parameter),
                        is(Stream.of(RegisterRefresh.values()).map(Enum::name).toList())));
    }

    private static List<String> values(XmlElement parameter) {
        return Definitions.options(parameter).stream().map(option -> option.attribute("value").orElseThrow()).toList();
    }

    private static Stream<XmlElement> parameters(Class<?> type) {
        return parameters().filter(arguments -> arguments.get()[1] == type)
                .map(arguments -> (XmlElement) arguments.get()[0]);
    }

    private static Optional<ConfigurationProblem> problemWith(Class<?> type, XmlElement parameter, int number)
            throws ReflectiveOperationException {
        Object configuration = valid(type);
        type.getField(name(parameter)).setInt(configuration, number);
        if (configuration instanceof SpLinkConfiguration spLink) {
            return spLink.problem();
        }
        if (configuration instanceof PortalConfiguration portal) {
            return portal.problem();
        }
        return configuration instanceof GatewayConfiguration gateway ? gateway.problem()
                : ((InverterConfiguration) configuration).problem();
    }

    private static Object untouched(Class<?> type) throws ReflectiveOperationException {
        return Objects.requireNonNull(type.getConstructor().newInstance());
    }

    /** Untouched but for what must be entered. */
    private static Object valid(Class<?> type) throws ReflectiveOperationException {
        Object configuration = untouched(type);
        if (configuration instanceof GatewayConfiguration gateway) {
            gateway.host = "box";
        } else if (configuration instanceof SerialConfiguration serial) {
            serial.serialPort = "COM3";
        } else if (configuration instanceof NetworkConfiguration network) {
            network.host = "adapter";
        } else if (configuration instanceof TunnelConfiguration tunnel) {
            tunnel.email = "owner@example.org";
            tunnel.password = "secret";
        } else if (configuration instanceof PortalConfiguration portal) {
            portal.email = "owner@example.org";
            portal.password = "secret";
        }
        return configuration;
    }

    private static List<String> namesOf(Predicate<XmlElement> filter) {
        return parameters().map(arguments -> (XmlElement) arguments.get()[0]).filter(filter)
                .map(ConfigDescriptionsTest::name).toList();
    }

    private static XmlElement parameter(String name) {
        return parameters().map(arguments -> (XmlElement) arguments.get()[0])
                .filter(parameter -> name(parameter).equals(name)).findFirst().orElseThrow();
    }

    private static String name(XmlElement parameter) {
        return parameter.attribute("name").orElseThrow();
    }

    private static Class<?> classOf(XmlElement description) {
        @Nullable
        Class<?> type = CLASSES.get(description.attribute("uri").orElseThrow());
        return Objects.requireNonNull(type, "no class for " + description.attribute("uri"));
    }
}
