using System.Collections.Immutable;
using System.Globalization;

namespace ClientTracking.Errors;

/// <summary>The base of every error the engine reports on purpose: a stable code and a text in the reader's language.</summary>
public abstract class ClientTrackingException : Exception
{
    private protected ClientTrackingException(string code, ImmutableArray<object> arguments, Exception? inner = null)
        : base(code, inner)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>The stable, language-independent code, for example <c>requirement.out-of-order</c>.</summary>
    public string Code { get; }

    /// <summary>What the text of <see cref="Code"/> is filled with.</summary>
    public ImmutableArray<object> Arguments { get; }

    /// <summary>The text in the language of <see cref="CultureInfo.CurrentUICulture"/>: Chinese for <c>zh</c> cultures, else English.</summary>
    public sealed override string Message => Describe(CultureInfo.CurrentUICulture);

    /// <summary>The text in the language of <paramref name="culture"/>: Chinese for <c>zh</c> cultures, else English.</summary>
    public virtual string Describe(CultureInfo culture) => Texts.Format(culture, Code, Arguments.AsSpan());
}
