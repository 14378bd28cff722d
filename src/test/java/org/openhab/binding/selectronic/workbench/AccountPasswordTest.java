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
package org.openhab.binding.selectronic.workbench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.workbench.screen.Texts;

/**
 * Where the password of an account comes from.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AccountPasswordTest {
    private static final String EMAIL = "owner@example.org";

    private final List<String> questions = new ArrayList<>();

    private AccountPassword password(Map<String, String> environment, char @Nullable [] typed) {
        return new AccountPassword(environment, question -> {
            questions.add(question);
            return typed;
        }, new Texts(Locale.ENGLISH));
    }

    @Test
    void whatTheEnvironmentReportsIsNotAskedFor() throws UsageException {
        char[] typed = "other".toCharArray();
        assertThat(password(Map.of("SELECTRONIC_PASSWORD", " s3cret: "), typed).of(EMAIL), is(" s3cret: "));
        assertThat(questions, is(empty()));
    }

    @Test
    void theOwnerIsAskedForThatOfTheAccount() throws UsageException {
        char[] typed = "s3cret".toCharArray();
        assertThat(password(Map.of("SELECTRONIC_PASSWORD", ""), typed).of(EMAIL), is("s3cret"));
        assertThat(questions, contains(containsString(EMAIL)));
        assertThat("is not kept where it was typed", String.valueOf(typed), is("      "));
    }

    @Test
    void withoutOneThereIsNoRun() {
        for (char @Nullable [] typed : Arrays.asList(null, new char[0])) {
            UsageException e = assertThrows(UsageException.class, () -> password(Map.of(), typed).of(EMAIL));
            assertThat(e.key(), is("usage.no-password"));
            assertThat(new Texts(Locale.GERMAN).of(e.key(), e.arguments()), containsString("SELECTRONIC_PASSWORD"));
        }
    }
}
