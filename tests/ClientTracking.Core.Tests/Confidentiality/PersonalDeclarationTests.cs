using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Subjects;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>
/// Every text that a state, an event, a journal entry or a notice stores is either declared personal or listed here as known not to be: who adds one
/// decides which (个人信息保护法).
/// </summary>
/// <remarks>Computed properties are passed over: an erased event is written anew, and they with it.</remarks>
public sealed class PersonalDeclarationTests
{
    /// <summary>Texts that tell of no person: codes, numbers of documents, names of departments and teams, what is to be built, host's references.</summary>
    private static readonly ImmutableDictionary<string, string[]> NotPersonal = new Dictionary<string, string[]>
    {
        ["requirement"] = ["reporterDepartment", "planningDocument", "extensions[].department", "department", "document", "number",
            "form.supplement[].question", "restored.form.supplement[].question", "answer.question",
            "restored.reporterDepartment", "restored.planningDocument", "restored.extensions[].department", "application.department", "complete.department"],
        ["bug"] = ["reporterDepartment", "department"],
        ["decision-meeting"] = ["reason", "decisions[].conversionGist", "notEntered[].code", "code"],
        ["team-schedule"] = ["name", "teamName", "work", "works", "resumed", "atRisk[].number", "alerts[].number"],
        ["sanction-month"] = ["miss"],
        // What it is for names the recipients again; but an award is kept.
        ["award"] = ["thing", "code", "arguments", "award.thing", "award.code", "award.arguments"],
    }.ToImmutableDictionary();

    public static TheoryData<string> Kinds => [.. RegulationPresets.RequirementFollowUp.Kinds.Select(kind => kind.Kind.Value)];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_text_of_a_kind_is_declared_personal_or_known_not_to_be(string name)
    {
        var kind = RegulationPresets.RequirementFollowUp.Kinds.Single(kind => kind.Kind.Value == name);
        var events = typeof(ISubjectEvent<>).MakeGenericType(kind.StateType);
        var stored = typeof(KindDefinition).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(events)).Prepend(kind.StateType);
        AssertDeclared(stored, kind.Personal, NotPersonal[name]);
    }

    [Fact]
    public void Every_text_that_all_kinds_have_in_common_is_declared_personal_or_known_not_to_be()
    {
        AssertDeclared(
            [typeof(JournalEntry)], CommonPersons.Entry,
            ["name", "event", "commandName", "number.scope.series", "number.scope.period", "number.text", "number.bare",
                "obligations[].after.department", "secrecy[].first.department", "secrecy[].first.handOuts[].number", "secrecy[].handOut.number", "secrecy[].number"]);
        AssertDeclared([typeof(Notice)], CommonPersons.Notice, ["key", "number", "name"]);
    }

    private static void AssertDeclared(IEnumerable<Type> types, PersonalData personal, string[] known)
    {
        var declared = personal.Texts
            .Concat(personal.Blocks.SelectMany(block => block.Fields.Add(block.Person).Add(block.Otherwise ?? block.Person).Select(field => block.At.Length == 0 ? field : $"{block.At}.{field}")))
            .ToArray();
        var texts = types.SelectMany(type => TextsOf(type, "", 0)).Distinct().ToArray();
        Assert.Equal("", string.Join(", ", texts.Where(text => !declared.Any(path => Covers(path, text)) && !known.Any(path => Covers(path, text))).Order(StringComparer.Ordinal)));
        // What is no more is not declared any longer either.
        Assert.Equal("", string.Join(", ", declared.Concat(known).Where(path => !texts.Any(text => Covers(path, text))).Distinct().Order(StringComparer.Ordinal)));
    }

    private static bool Covers(string path, string text) =>
        text == path || (text.StartsWith(path, StringComparison.Ordinal) && text[path.Length] is '.' or '[' or '{');

    private static IEnumerable<string> TextsOf(Type type, string path, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } given) type = given;
        if (type == typeof(string) || type == typeof(PersonId)) return [path];
        if (depth > 8 || type.IsEnum || type.IsPrimitive || type.Namespace?.StartsWith("ClientTracking", StringComparison.Ordinal) != true && !type.IsGenericType) return [];
        if (type.IsGenericType)
            return type.GetGenericArguments() is [var key, var value] && key == typeof(string)
                ? TextsOf(value, $"{path}{{}}", depth + 1)
                : type.GetGenericArguments().SelectMany(item => TextsOf(item, $"{path}[]", depth + 1));
        if (type.IsDefined(typeof(JsonConverterAttribute))) return [];
        // Of an abstract base its cases are stored; of a command's own events each is looked at by itself.
        if (type.GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray() is { Length: > 0 } cases)
            return cases.SelectMany(one => TextsOf(one.DerivedType, path, depth + 1)).Distinct();
        return
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where !Attribute.IsDefined(property, typeof(JsonIgnoreAttribute), inherit: true)
            let name = JsonNamingPolicy.CamelCase.ConvertName(property.Name)
            from text in TextsOf(property.PropertyType, path.Length == 0 ? name : $"{path}.{name}", depth + 1)
            select text;
    }
}
