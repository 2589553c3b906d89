using System.Text.Json.Serialization;

namespace ClientTracking.Sanctions;

/// <summary>An exact amount of money (金额): whole fen of one currency, never binary floating point (CV-14). The default value is zero yuan.</summary>
/// <remarks>Currencies with two decimals only. Sums that do not fit throw <see cref="OverflowException"/>; amounts of two currencies do not mix.</remarks>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly partial record struct Money : IComparable<Money>
{
    /// <summary>The currency where none is named: the yuan (人民币).</summary>
    public const string DefaultCurrency = "CNY";

    private readonly string? _currency;

    /// <summary>An amount in fen.</summary>
    /// <param name="fen">Hundredths of the currency's unit.</param>
    /// <param name="currency">Three capital letters (ISO 4217).</param>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is none.</exception>
    public Money(long fen, string currency = DefaultCurrency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"A currency has three capital letters; '{currency}' has not.", nameof(currency));
        Fen = fen;
        _currency = currency == DefaultCurrency ? null : currency;
    }

    /// <summary>Nothing, in yuan.</summary>
    public static Money Zero => default;

    /// <summary>The amount in hundredths of the currency's unit.</summary>
    public long Fen { get; private init; }

    /// <summary>The currency, ISO 4217.</summary>
    public string Currency => _currency ?? DefaultCurrency;

    /// <summary>A whole number of yuan.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money Yuan(long yuan) => new(checked(yuan * 100));

    /// <summary>Nothing, in the same currency.</summary>
    public Money Nothing => this with { Fen = 0 };

    /// <summary>The sum.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money operator +(Money a, Money b) => a.Same(b) with { Fen = checked(a.Fen + b.Fen) };

    /// <summary>The difference.</summary>
    /// <inheritdoc cref="op_Addition" path="/exception"/>
    public static Money operator -(Money a, Money b) => a.Same(b) with { Fen = checked(a.Fen - b.Fen) };

    /// <summary>The amount with its sign turned.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money operator -(Money a) => a with { Fen = checked(-a.Fen) };

    /// <summary>So many times the amount.</summary>
    /// <inheritdoc cref="op_UnaryNegation" path="/exception"/>
    public static Money operator *(Money a, long times) => a with { Fen = checked(a.Fen * times) };

    /// <summary>Whether the first is smaller.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is larger.</summary>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is not larger.</summary>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is not smaller.</summary>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Same(other).Fen.CompareTo(other.Fen);

    /// <summary>A share of the amount.</summary>
    /// <param name="percent">Per cent with at most four decimals, between -1,000,000 and 1,000,000.</param>
    /// <param name="rounding">What becomes of a part of a fen.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is finer or larger, or <paramref name="rounding"/> unknown.</exception>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Money Percent(decimal percent, MoneyRounding rounding = MoneyRounding.Down)
    {
        if (Math.Abs(percent) > 1_000_000m || decimal.Round(percent, 4) != percent)
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "At most four decimals, between -1,000,000 and 1,000,000.");
        const int whole = 1_000_000; // 100 per cent of four decimals
        var (fen, rest) = Int128.DivRem((Int128)Fen * (long)(percent * 10_000m), whole);
        var (sign, twice) = (Int128.Sign(rest), Int128.Abs(rest) * 2);
        var away = rounding switch
        {
            MoneyRounding.Down => false,
            MoneyRounding.HalfUp => twice >= whole,
            MoneyRounding.HalfEven => twice > whole || (twice == whole && Int128.IsOddInteger(fen)),
            MoneyRounding.Up => sign != 0,
            _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, null),
        };
        return this with { Fen = checked((long)(away ? fen + sign : fen)) };
    }

    private Money Same(Money other) => _currency == other._currency
        ? this : throw new InvalidOperationException($"{Currency} and {other.Currency} do not mix.");
}
