namespace ClientTracking.Samples.Input;

/// <summary>A line cannot be read: which field, and what would be right.</summary>
/// <param name="path">The field, for example <c>form.requester.name</c>; <c>$</c> for the whole line.</param>
/// <param name="code">A stable code.</param>
/// <param name="message">What is wrong and what would be right, in the reader's language.</param>
internal sealed class InputException(string path, string code, string message) : Exception(message)
{
    public string Path { get; } = path;

    public string Code { get; } = code;
}
