using System.Globalization;
using System.Xml;

namespace ClientTracking.Samples.Gantt;

/// <summary>Writes the few shapes the picture needs.</summary>
internal sealed class Svg : IDisposable
{
    private readonly XmlWriter _xml;

    public Svg(Stream stream, double width, double height)
    {
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, CloseOutput = false });
        _xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("width", width), ("height", height), ("viewBox", FormattableString.Invariant($"0 0 {width:0.#} {height:0.#}")));
        Attributes(("font-family", "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"));
        Rectangle(0, 0, width, height, "#FFFFFF");
    }

    public void Rectangle(double x, double y, double width, double height, string fill, double radius = 0, string? stroke = null, double opacity = 1) =>
        Element(
            "rect", null, ("x", x), ("y", y), ("width", width), ("height", height),
            ("fill", fill), ("rx", radius), ("stroke", stroke), ("opacity", opacity == 1 ? null : opacity));

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dash = null) =>
        Element("line", null, ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", width), ("stroke-dasharray", dash));

    public void Path(string path, string fill, string? stroke = null) => Element("path", null, ("d", path), ("fill", fill), ("stroke", stroke));

    public void Text(double x, double y, string text, double size = 12, string fill = "#1F2937", string anchor = "start", bool bold = false) =>
        Element(
            "text", text, ("x", x), ("y", y), ("font-size", size),
            ("fill", fill), ("text-anchor", anchor == "start" ? null : anchor), ("font-weight", bold ? "bold" : null));

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    private void Element(string name, string? text, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _xml.WriteStartElement(name);
        Attributes(attributes);
        if (text is not null) _xml.WriteString(text);
        _xml.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            if (value is not (null or 0.0))
                _xml.WriteAttributeString(name, value is double number ? number.ToString("0.##", CultureInfo.InvariantCulture) : $"{value}");
    }
}
