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
package org.openhab.binding.selectronic.internal.openhab;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.Configuration;

/**
 * Configurations and the objects that are made from them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ConfigurationTest {

    private static final Logger EXPECTED_WARNINGS = Logger.getLogger("org.openhab.core.config.core");

    /** What configurations in common have. */
    public static class Basis {
        public int refreshInterval = 5;
    }

    /** A plain class, as bindings have them. */
    public static class Example extends Basis {
        public static final String CONSTANT = "constant";

        public String host = "";
        public @Nullable String password = "secret";
        public @Nullable Integer port;
        public boolean verbose = true;
        public double factor = 1;
        public long offset;
        public @Nullable BigDecimal exact;
        public Source acSource = Source.GRID;
    }

    /** A choice. */
    public enum Source {
        GRID,
        GENERATOR
    }

    @BeforeAll
    static void quiet() {
        EXPECTED_WARNINGS.setLevel(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        EXPECTED_WARNINGS.setLevel(null);
    }

    private static Example example(Map<String, Object> values) {
        return Objects.requireNonNull(new Configuration(values).as(Example.class));
    }

    @Test
    void valuesAreWrittenIntoFields() {
        Example example = example(Map.of("host", "gateway.lan", "refreshInterval", new BigDecimal(30), "verbose", false,
                "factor", new BigDecimal("0.5"), "offset", 4_000_000_000L, "port", 80, "exact", 1.25));
        assertThat(example.host, is("gateway.lan"));
        assertThat(example.refreshInterval, is(30));
        assertThat(example.verbose, is(false));
        assertThat(example.factor, is(0.5));
        assertThat(example.offset, is(4_000_000_000L));
        assertThat(example.port, is(80));
        assertThat(example.exact, is(new BigDecimal("1.25")));
    }

    @Test
    void textsBecomeWhatIsNeeded() {
        Example example = example(Map.of("refreshInterval", "30", "verbose", "false", "factor", "0.5", "acSource",
                "GENERATOR", "unknown", "x", "CONSTANT", "changed"));
        assertThat(example.refreshInterval, is(30));
        assertThat(example.verbose, is(false));
        assertThat(example.factor, is(0.5));
        assertThat(example.acSource, is(Source.GENERATOR));
    }

    @Test
    void whatIsMissingOrUnfitLeavesTheFieldAlone() {
        @NonNullByDefault({})
        Map<String, Object> values = new HashMap<>(Map.of("refreshInterval", "often", "acSource", "SUN"));
        values.put("password", null);
        Example example = example(values);
        assertThat(example.refreshInterval, is(5));
        assertThat(example.acSource, is(Source.GRID));
        assertThat(example.password, is("secret"));
        assertThat(example.port, is(nullValue()));
    }

    @Test
    void numbersAreDecimals() {
        Configuration configuration = new Configuration(Map.of("a", 5, "b", 2.5));
        assertThat(configuration.get("a"), is(new BigDecimal(5)));
        assertThat(configuration.get("b"), is(new BigDecimal("2.5")));
        configuration.put("c", 7L);
        assertThat(configuration.get("c"), is(new BigDecimal(7)));
        assertThat(configuration.containsKey("d"), is(false));
    }

    @Test
    void aCopyIsACopy() {
        Configuration original = new Configuration(Map.of("host", "a"));
        Configuration copy = new Configuration(original);
        assertThat(copy, is(original));
        copy.put("host", "b");
        assertThat(original.get("host"), is("a"));
        copy.setProperties(Map.of("other", 1));
        assertThat(copy.getProperties(), is(Map.of("other", new BigDecimal(1))));
    }
}
