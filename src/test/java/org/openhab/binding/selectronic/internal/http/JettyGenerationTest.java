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
package org.openhab.binding.selectronic.internal.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Which generation of Jetty is used; finding it loads nothing of the other.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class JettyGenerationTest {
    @Test
    void theGenerationIsThatOfTheVersion() {
        assertThat(JettyGeneration.of("9.4.58.v20250814"), is(instanceOf(Jetty9.class)));
        assertThat(JettyGeneration.of("12.1.10").version(), is("12."));
    }

    @Test
    void aVersionBetweenThemIsNamed() {
        assertThat(assertThrows(IllegalStateException.class, () -> JettyGeneration.of("10.0.26")).getMessage(),
                is("Jetty 9.4 or 12 is needed, this is Jetty 10.0.26"));
    }
}
