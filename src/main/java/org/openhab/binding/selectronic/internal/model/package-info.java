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
 * What can be known about a power system, free of wires and of openHAB.
 * <p>
 * {@link org.openhab.binding.selectronic.internal.model.Quantity} is the one table: every value that is shown has its
 * row there, with unit, sign, reset, channel, item type, tags, and where each way to the inverter takes it from. A
 * {@link org.openhab.binding.selectronic.internal.model.Sample} holds what was learned at one moment. A quantity that
 * was not told is absent from the sample, one that was told to be unavailable is
 * {@link org.openhab.binding.selectronic.internal.model.Value#UNKNOWN}; neither is ever zero.
 */
package org.openhab.binding.selectronic.internal.model;
