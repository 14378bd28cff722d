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
import static org.hamcrest.Matchers.is;

import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/**
 * Sentences as the owner reads them, in each language, from the texts that are packed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ChannelTextsTest {
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
}
