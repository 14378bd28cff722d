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
import org.mockito.ArgumentMatchers;

/**
 * Mockito's matcher of any argument, for parameters that are not null: Mockito itself says nothing about null.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Anything {
    private Anything() {
    }

    @NonNullByDefault({})
    public static <T> T any() {
        return ArgumentMatchers.any();
    }
}
