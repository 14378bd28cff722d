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
/**
 * Derives values from the values read: pure functions and small state machines over samples. They depend neither on the
 * connection type of a sample nor on openHAB.
 *
 * <pre>
 * sample -> Plausibility -> Derivation -> Figures            split powers, losses, shares, battery times
 *                                      -> BalanceMonitor     whether the powers add up
 *                                      -> Explanations       what generator and charger do, and why
 *                                      -> WiredSource        grid or generator
 *                                      -> GeneratorMonitor   runs and their energy
 *                                      -> AlertMonitor       alerts raised, cleared, active   -> Derived
 * </pre>
 */
package org.openhab.binding.selectronic.internal.derive;
