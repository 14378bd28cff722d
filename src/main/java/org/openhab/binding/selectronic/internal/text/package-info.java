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
 * Texts for people, in the language of openHAB: values of text channels, events, and the status of things.
 *
 * <pre>
 * Sample + Derived -> SampleTexts -> ChannelTexts -> ESH-INF/i18n
 * Register, Setting -> RegisterTexts -> german.tsv
 * SourceException, ConfigurationProblem -> StatusText -> TranslatedText -> openHAB, which resolves it for each user
 * </pre>
 */
package org.openhab.binding.selectronic.internal.text;
