package dev.saveschema.benchmark.broad;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** Ratios as bars, in an SVG file. */
final class BarChart {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 620;
    private static final String SVG = "http://www.w3.org/2000/svg";

    private BarChart() {}

    /** @param rows for each label the values of the series */
    static void write(Path file, String title, String[] series, Map<String, double[]> rows) throws IOException {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        rows.forEach((label, each) -> {
            for (int number = 0; number < series.length; number++) {
                values.addValue(each[number], series[number], label);
            }
        });
        JFreeChart chart =
                ChartFactory.createBarChart(title, null, null, values, PlotOrientation.HORIZONTAL, true, false, false);
        CategoryPlot plot = chart.getCategoryPlot();
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        try (Writer out = Files.newBufferedWriter(file)) {
            SVGGraphics2D drawing = new SVGGraphics2D(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null));
            drawing.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
            chart.draw(drawing, new Rectangle(WIDTH, HEIGHT));
            drawing.stream(out, true);
        } catch (ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
