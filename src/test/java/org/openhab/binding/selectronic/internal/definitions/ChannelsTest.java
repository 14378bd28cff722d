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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.Reset;
import org.openhab.binding.selectronic.internal.model.Sign;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.source.FailureKind;

/**
 * Tests that the channels are those of the {@link Quantity} and {@link Trigger} tables, and say what the tables say.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ChannelsTest {
    /** The words that a description must use for a sign, but for {@link Sign#NONE}. */
    private static final Map<Sign, String> SIGN_WORDS = Stream.of(Sign.values()).filter(sign -> sign != Sign.NONE)
            .collect(Collectors.toMap(sign -> sign, sign -> "Positive while " + sign.name().toLowerCase(Locale.ROOT)));

    /** The words that a description must use for the time at which a counter begins again. */
    private static final Map<Reset, String> RESET_WORDS = Map.of(Reset.DAILY, "midnight (inverter clock)", Reset.NEVER,
            "since commissioning", Reset.RUN, "with each run");

    /** The forms whose states are a closed set, and that set. */
    private static final Map<ChannelForm, List<String>> OPTIONS = Map.of( //
            ChannelForm.GENERATOR_STATUS, List.copyOf(States.GENERATOR_STATUS.names()), //
            ChannelForm.GENERATOR_REASON, List.copyOf(States.GENERATOR_REASON.names()), //
            ChannelForm.AC_SOURCE_STATUS, List.copyOf(States.AC_SOURCE_STATUS.names()), //
            ChannelForm.INVERTER_MODE, List.copyOf(States.INVERTER_MODE.names()), //
            ChannelForm.CHARGE_STAGE, List.copyOf(States.CHARGE_STAGE.names()), //
            ChannelForm.CONTACTORS, List.copyOf(States.CONTACTORS.names()), //
            ChannelForm.SCHEDULE, List.copyOf(States.SCHEDULE.names()), //
            ChannelForm.GENERATOR_AVAILABLE, List.of("ALWAYS", "FOLLOW_INPUT", "FOLLOW_GRID"), //
            ChannelForm.FAILURE_KIND, names(FailureKind.values()), //
            ChannelForm.SOURCE, names(ConnectionType.values()));

    @Test
    public void channelsAreThoseOfTheTables() {
        List<String> defined = new ArrayList<>();
        for (XmlElement groupType : Definitions.groupTypes()) {
            for (XmlElement channel : Definitions.channels(groupType)) {
                defined.add(groupType.id() + "#" + channel.id() + " " + channel.attribute("typeId").orElseThrow());
            }
        }

        List<String> expected = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            expected.add(quantity.channelId() + " " + quantity.form().typeId());
        }
        for (Trigger trigger : Trigger.values()) {
            expected.add(trigger.channelId() + " " + trigger.typeId());
        }
        assertThat(defined, containsInAnyOrder(expected.toArray()));
    }

    @Test
    public void channelTypesAreThoseOfTheTables() {
        List<String> states = Stream.concat(Stream.of(ChannelForm.values()).map(ChannelForm::typeId),
                Stream.of(RegisterDimension.values()).map(RegisterDimension::typeId)).toList();
        List<String> triggers = Stream.of(Trigger.values()).map(Trigger::typeId).toList();

        assertThat(ids(false), containsInAnyOrder(states.toArray()));
        assertThat(ids(true), containsInAnyOrder(triggers.toArray()));
    }

    @ParameterizedTest
    @EnumSource
    public void aStateLooksAsItsFormSays(ChannelForm form) {
        XmlElement type = channelType(form.typeId());
        XmlElement itemType = type.child("item-type").orElseThrow();
        XmlElement state = type.child("state").orElseThrow();

        assertThat(itemType.text(), is(form.itemType()));
        assertThat(itemType.attribute("unitHint"), is(Optional.ofNullable(form.unit())));
        assertThat(state.attribute("pattern"), is(Optional.ofNullable(form.pattern())));
        assertThat(type.child("tags").orElseThrow().children("tag").stream().map(XmlElement::text).toList(),
                is(form.tags()));
    }

    @ParameterizedTest
    @EnumSource
    public void aRegisterLooksAsItsDimensionSays(RegisterDimension dimension) {
        XmlElement type = channelType(dimension.typeId());
        XmlElement itemType = type.child("item-type").orElseThrow();

        assertThat(itemType.text(), is(dimension.itemType()));
        assertThat(itemType.attribute("unitHint"), is(Optional.of(dimension.unit()).filter(unit -> !unit.isEmpty())));
        assertThat(type.child("state").orElseThrow().attribute("readOnly"), is(Optional.of("true")));
    }

    @ParameterizedTest
    @EnumSource
    public void nothingCanBeCommanded(ChannelForm form) {
        assertThat(channelType(form.typeId()).child("state").orElseThrow().attribute("readOnly"),
                is(Optional.of("true")));
    }

    @ParameterizedTest
    @EnumSource
    public void aClosedSetOfStatesHasItsOptionsAndNothingElseHasAny(ChannelForm form) {
        XmlElement state = channelType(form.typeId()).child("state").orElseThrow();

        assertThat(optionValues(state), is(OPTIONS.getOrDefault(form, List.of())));
    }

    @ParameterizedTest
    @EnumSource
    public void whatFewNeedIsAdvanced(ChannelForm form) {
        Set<Boolean> advanced = Stream.of(Quantity.values()).filter(quantity -> quantity.form() == form)
                .map(Quantity::advanced).collect(Collectors.toSet());

        boolean defined = channelType(form.typeId()).attribute("advanced").filter("true"::equals).isPresent();
        assertThat(advanced, is(Set.of(defined)));
    }

    @ParameterizedTest
    @EnumSource
    public void theDescriptionOfAPowerSaysItsSign(Quantity quantity) {
        String words = SIGN_WORDS.get(quantity.sign());

        if (words != null) {
            assertThat(description(quantity), containsString(words));
        } else {
            assertThat(description(quantity), not(containsString("Positive while")));
        }
    }

    @ParameterizedTest
    @EnumSource
    public void theDescriptionOfACounterSaysWhenItBeginsAgain(Quantity quantity) {
        RESET_WORDS.forEach((reset, words) -> assertThat(description(quantity),
                reset == quantity.reset() ? containsString(words) : not(containsString(words))));
    }

    @Test
    public void generatorEventsHaveTheirPayloadsAsOptions() {
        XmlElement event = channelType(Trigger.GENERATOR_EVENT.typeId()).child("event").orElseThrow();

        assertThat(optionValues(event), is(Trigger.GENERATOR_EVENT.payloads()));
    }

    @Test
    public void alertEventsHaveAFreePayloadThatTheDescriptionExplains() {
        XmlElement type = channelType(Trigger.ALERT.typeId());

        assertThat(type.child("event").orElseThrow().children(), is(empty()));
        for (String payload : Trigger.ALERT.payloads()) {
            assertThat(type.text("description").orElseThrow(), containsString(payload));
        }
    }

    private static String description(Quantity quantity) {
        XmlElement groupType = Definitions.withId(Definitions.groupTypes(), quantity.group());
        return Definitions.withId(Definitions.channels(groupType), quantity.channel()).text("description")
                .orElseThrow();
    }

    private static XmlElement channelType(String id) {
        return Definitions.withId(Definitions.channelTypes(), id);
    }

    private static List<String> ids(boolean triggers) {
        return Definitions.channelTypes().stream().filter(type -> Definitions.isTrigger(type) == triggers)
                .map(XmlElement::id).toList();
    }

    private static List<String> optionValues(XmlElement parent) {
        return Definitions.options(parent).stream().map(option -> option.attribute("value").orElseThrow()).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
