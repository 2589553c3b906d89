using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ClientTracking.Confidentiality;

/// <summary>A way into a JSON document: property names, and every element of a list where one is written <c>name[]</c>.</summary>
internal sealed class JsonPath
{
    private const string Elements = "[]";
    private readonly ImmutableArray<(string Name, bool Each)> _steps;

    internal JsonPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _steps = path.Length == 0
            ? []
            : [.. path.Split('.').Select(step => step.EndsWith(Elements, StringComparison.Ordinal) ? (step[..^2], true) : (step, false))];
        if (_steps.Any(step => step.Name.Length == 0 || step.Name.AsSpan().ContainsAny('[', ']')))
            throw new ArgumentException($"'{path}' is not a path.", nameof(path));
    }

    internal bool LeadsToSeveral => _steps.Any(step => step.Each);

    /// <summary>What it leads to; nothing where a part is absent or null.</summary>
    internal IEnumerable<JsonNode> Find(JsonNode root)
    {
        IEnumerable<JsonNode> found = [root];
        foreach (var (name, each) in _steps)
        {
            found = found.SelectMany(node => node is JsonObject parts && parts[name] is { } part ? (JsonNode[])[part] : []);
            if (each) found = found.SelectMany(node => node is JsonArray items ? items.OfType<JsonNode>() : []);
        }

        return found;
    }
}
