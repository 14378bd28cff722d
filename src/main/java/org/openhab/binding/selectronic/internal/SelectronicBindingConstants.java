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
package org.openhab.binding.selectronic.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The ids of the binding.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SelectronicBindingConstants {
    /** Id of the binding, also the name of its i18n file. */
    public static final String BINDING_ID = "selectronic";

    private SelectronicBindingConstants() {
    }
}
