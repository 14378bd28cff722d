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
package org.openhab.binding.selectronic.internal.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.model.Identity;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any page of a system and any profile can be read; missing data is unknown.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AccountPagesFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.concat(Seeds.of("portal", "dashboard.html", "events.html"),
                Stream.of("<select name=\"lang\"><option selected value=\"en\">English</option></select>"
                        + "<option value=\"UTC\"><option value=\"Australia/Perth\" selected=\"selected\">Perth</option>",
                        "<input type=\"hidden\" name=\"time_zone\" value=\"Australia/Lord_Howe\">")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void page(byte[] bytes) {
        String page = new String(bytes, StandardCharsets.UTF_8);
        Identity identity = AccountPages.identity(page);
        Plausible.identity(identity);
        String serialNumber = identity.serialNumber();
        assertThat(serialNumber, is(anyOf(nullValue(), matchesPattern("[1-9][0-9]+"))));
        AccountPages.zone(page).ifPresent(zone -> assertThat(page, containsString(zone.getId())));
    }
}
