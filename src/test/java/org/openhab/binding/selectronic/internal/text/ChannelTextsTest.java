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
package org.openhab.binding.selectronic.internal.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/**
 * Sentences as the owner reads them, in each language, from the texts that are packed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ChannelTextsTest {
    private static final Instant TIME = Instant.parse("2026-11-28T14:20:33Z");
    private static final String STATUS = "channel-type.selectronic.generator-status.state.option.";
    private static final String REASON = "channel-type.selectronic.generator-reason.state.option.";

    /** What openHAB's own provider does, with one language. */
    private record Language(Texts texts, Locale locale) implements TranslationProvider {
        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale asked) {
            String text = texts.byKey().get(key);
            return text == null ? defaultText : text;
        }

        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale asked, @Nullable Object @Nullable... arguments) {
            String pattern = texts.byKey().get(key);
            return pattern == null ? defaultText
                    : new MessageFormat(pattern, locale).format(Objects.requireNonNull(arguments));
        }

        ChannelTexts owner() {
            return new ChannelTexts(null, this, () -> locale, () -> ZoneOffset.UTC);
        }
    }

    private static final List<Language> LANGUAGES = List.of(new Language(Texts.english(), Locale.ENGLISH),
            new Language(Texts.german(), Locale.GERMAN));

    @Test
    void whyTheGeneratorRunsIsReportedByTheLabelOfTheReason() {
        for (Language language : LANGUAGES) {
            for (String reason : States.GENERATOR_REASON.names()) {
                assertThat(language.owner().explanation("generator-runs " + reason), is(language.texts()
                        .of("explanation.generator-runs").replace("{0}", language.texts().of(REASON + reason))));
            }
        }
    }

    @Test
    void whyItDoesNotRunIsReportedByTheLabelOfItsStatus() {
        for (Language language : LANGUAGES) {
            for (String status : States.GENERATOR_STATUS.names()) {
                assertThat(language.owner().explanation("generator-rests " + status), is(language.texts()
                        .of("explanation.generator-rests").replace("{0}", language.texts().of(STATUS + status))));
            }
        }
    }

    /** Else it would say that it does not run because it does not. */
    @Test
    void whereNothingKeepsItFromRunningNothingIsSaidOfThat() {
        assertThat(LANGUAGES.stream().map(language -> language.owner().explanation("generator-idle")).toList(),
                contains("Does not run.", "Läuft nicht."));
    }

    @Test
    void aCodeThatIsNotKnownIsItsNumber() {
        assertThat(LANGUAGES.get(0).owner().explanation("generator-rests 42"), is("Does not run: 42"));
    }

    @Test
    void asAStateAnEventIsShortWhateverItIs() {
        for (Language language : LANGUAGES) {
            for (UnitEvent.Type type : UnitEvent.Type.values()) {
                for (int code = 0; code < 1000; code++) {
                    String text = language.owner().brief(event(type, code));
                    assertThat(text, text.length(), is(lessThanOrEqualTo(60)));
                }
            }
        }
        assertThat(LANGUAGES.get(0).owner().brief(event(UnitEvent.Type.OPERATION, 45)),
                is("11-28 14:20 Generator requested: state of charge"));
    }

    @Test
    void theLastEventsSurviveARestartAndAreStoredOnce() {
        FakeStorage file = new FakeStorage();
        ChannelTexts owner = LANGUAGES.get(0).owner();
        List<UnitEvent> events = List.of(event(UnitEvent.Type.OPERATION, 45), event(UnitEvent.Type.ALERT_RAISED, 50));
        Sample sample = new Sample(ConnectionType.NETWORK, TIME, TIME, Duration.ZERO, Map.of(), events, true);

        for (int i = 0; i < 2; i++) {
            SampleTexts texts = new SampleTexts(owner, new ThingStorage(file));
            texts.of(sample, new Derived(new EnumMap<>(Quantity.class), Map.of(), List.of(), AcSource.AUTO), events);
        }

        assertThat(file.puts, hasSize(3));
        Map<Quantity, String> restored = new EnumMap<>(Quantity.class);
        new SampleTexts(owner, new ThingStorage(file)).restored()
                .forEach((quantity, value) -> restored.put(quantity, value.toString()));
        assertThat(restored.keySet(),
                contains(Quantity.GENERATOR_LAST_EVENT, Quantity.INVERTER_LAST_OPERATION, Quantity.ALERTS_LAST_EVENT));
        assertThat(restored.values(), hasItem("11-28 14:20 Generator requested: state of charge"));
    }

    /** A record of the future must not hide all later alerts once the clock is right. */
    @ParameterizedTest
    @CsvSource({ "-600, 50", "600, 50", "864000, 60" })
    void theLastAlertIsTheLatestUnlessTheClockWasAhead(long ahead, int shown) {
        SampleTexts texts = new SampleTexts(LANGUAGES.get(0).owner(), new ThingStorage(new FakeStorage()));
        UnitEvent first = new UnitEvent(UnitEvent.Type.ALERT_RAISED, 50, TIME.plusSeconds(Math.max(0, ahead)), false,
                Map.of());
        UnitEvent second = new UnitEvent(UnitEvent.Type.ALERT_RAISED, 60, TIME.plusSeconds(Math.min(0, ahead)), false,
                Map.of());
        String last = "";
        for (UnitEvent event : List.of(first, second)) {
            Sample sample = new Sample(ConnectionType.NETWORK, TIME, TIME, Duration.ZERO, Map.of(), List.of(event));
            last = String.valueOf(
                    texts.of(sample, new Derived(new EnumMap<>(Quantity.class), Map.of(), List.of(), AcSource.AUTO),
                            List.of(event)).getOrDefault(Quantity.ALERTS_LAST_EVENT, Value.of(last)));
        }
        assertThat(last, is(LANGUAGES.get(0).owner().brief(shown == 50 ? first : second)));
    }

    private static UnitEvent event(UnitEvent.Type type, int code) {
        return new UnitEvent(type, code, TIME, false, Map.of(Quantity.LOAD_POWER, Value.of(1000)));
    }
}
