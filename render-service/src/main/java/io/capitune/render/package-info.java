/** From a composed CV and a template's name to the HTML that is printed or previewed. */
@NullMarked
package io.capitune.render;

import org.jspecify.annotations.NullMarked;
