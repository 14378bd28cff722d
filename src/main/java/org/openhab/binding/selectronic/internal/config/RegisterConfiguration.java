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
package org.openhab.binding.selectronic.internal.config;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;

/**
 * Configuration of a channel for a register.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class RegisterConfiguration {
    /** Name of the register. */
    @Nullable
    public String register;
    /** Name of a {@link RegisterRefresh}. */
    public String refresh = RegisterRefresh.LIVE.name();

    /** @return how often the register is read, with each poll if that is none of the options */
    public RegisterRefresh refresh() {
        for (RegisterRefresh each : RegisterRefresh.values()) {
            if (each.name().equals(refresh)) {
                return each;
            }
        }
        return RegisterRefresh.LIVE;
    }
}
