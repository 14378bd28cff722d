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
package org.openhab.binding.selectronic.internal.gateway;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Description of a gateway. Each part may be unknown.
 *
 * @param id its permanent id, 32 hexadecimal digits
 * @param firmware the version of its firmware
 * @param hardware the version of its board
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Board(@Nullable String id, @Nullable String firmware, @Nullable String hardware) {
    /** Nothing is known. */
    public static final Board NONE = new Board(null, null, null);
}
