using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ClientTracking.PublicApi;

/// <summary>What a package shows to hosts, a line a member; parameter names belong to it. What the compiler makes of a record is left out.</summary>
internal static class Surface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static IEnumerable<string> Of(Assembly assembly) =>
        from type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)
        from line in Members(type).Order(StringComparer.Ordinal).Prepend(Head(type))
        select line;

    private static string Head(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : type.IsAbstract ? "abstract class" : "class";
        var bases = new[] { type.BaseType }.Where(b => b is not null && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum)).OfType<Type>().Select(Name);
        return $"{kind} {type.Namespace}.{Name(type)}{string.Concat(bases.Select(b => $" : {b}"))}";
    }

    private static IEnumerable<string> Members(Type type) => type.GetMembers(Declared).Where(member => !IsGenerated(member)).Select(member => member switch
    {
        FieldInfo field when IsSeen(field.Attributes) && !field.IsSpecialName =>
            $"  {(field is { IsStatic: true, IsLiteral: false } ? "static " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "")}",
        PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
            $"  {((property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name}{Indexed(property)} {{ {accessors}}}",
        MethodInfo method when IsSeen(method) && !method.IsSpecialName =>
            $"  {(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{Generic(method.GetGenericArguments())}({Parameters(method)})",
        MethodInfo { IsSpecialName: true } method when IsSeen(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) =>
            $"  static {Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        ConstructorInfo { IsStatic: false } constructor when IsSeen(constructor) => $"  new({Parameters(constructor)})",
        EventInfo happening => $"  event {Name(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    }).OfType<string>();

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.Contains('<', StringComparison.Ordinal)
        || (member is MethodInfo { Name: "PrintMembers" or "Deconstruct" });

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family;

    private static string Accessors(PropertyInfo property) =>
        (property.GetMethod is { } get && IsSeen(get) ? "get; " : "")
        + (property.SetMethod is { } set && IsSeen(set) ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; " : "");

    private static string Indexed(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(Parameter))}]" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")}";

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Generic(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return $"{Name(inner)}?";
        var outer = type is { IsNested: true, IsGenericParameter: false } ? $"{Name(type.DeclaringType!)}." : "";
        return outer + (type.IsGenericType ? $"{type.Name.Split('`')[0]}{Generic(type.GetGenericArguments())}" : type.Name);
    }
}
