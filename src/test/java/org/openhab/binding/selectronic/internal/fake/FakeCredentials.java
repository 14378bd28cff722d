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
package org.openhab.binding.selectronic.internal.fake;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.core.thing.ThingUID;

/**
 * Credentials of a thing of which nothing is known yet.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FakeCredentials {
    private FakeCredentials() {
    }

    public static Credentials unknown() {
        return new RefusedCredentials(new FakeStorage()).of(new ThingUID("selectronic:network:test"));
    }
}
