package holdfast.server.paper;

import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** What many pages of one document share, drawn once. Made by {@link Document#stencil}. */
public record Stencil(PDFormXObject form) {}
