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

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.thing.ThingStatusDetail;

/**
 * Status detail and text of an OFFLINE thing. All failures are converted to a status here.
 *
 * @param detail the status detail
 * @param text reference to the translated text, with its arguments
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record StatusText(ThingStatusDetail detail, String text) {
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * @param failure why there are no values
     * @return the status
     */
    public static StatusText of(SourceException failure) {
        return new StatusText(detailOf(failure), TranslatedText.of(failure.problem().key(), failure.arguments()));
    }

    /**
     * @param failure a failure; the time in its arguments is converted to the time zone if it is STALE
     * @param zone the time zone of times in the text
     * @return the status
     */
    public static StatusText of(SourceException failure, ZoneId zone) {
        List<String> arguments = failure.problem() == Problem.STALE ? failure.arguments().stream()
                .map(since -> LOCAL_TIME.format(Instant.parse(since).atZone(zone))).toList() : failure.arguments();
        return new StatusText(detailOf(failure), TranslatedText.of(failure.problem().key(), arguments));
    }

    /**
     * @param problem the fault of the configuration
     * @return the status
     */
    public static StatusText of(ConfigurationProblem problem) {
        return new StatusText(ThingStatusDetail.CONFIGURATION_ERROR,
                TranslatedText.of(problem.key(), problem.arguments()));
    }

    /**
     * Returns CONFIGURATION_ERROR for what the owner must correct, and COMMUNICATION_ERROR for what may pass by itself.
     */
    private static ThingStatusDetail detailOf(SourceException failure) {
        if (failure.problem() == Problem.RELEASED || failure.problem() == Problem.IDLE) {
            return ThingStatusDetail.DUTY_CYCLE;
        }
        return failure.kind() == FailureKind.REFUSED ? ThingStatusDetail.CONFIGURATION_ERROR
                : ThingStatusDetail.COMMUNICATION_ERROR;
    }
}
