using System.Globalization;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>Reads one deadline rule from left to right; remembers what it expected and where when it cannot go on.</summary>
internal ref struct DeadlineNotation(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private string _fault = "";

    private readonly ReadOnlySpan<char> Rest => _text[_position..];

    /// <summary>What was expected where reading stopped; only after <see cref="TryRead"/> said false.</summary>
    internal readonly NotationException Error() => new(_fault, _text.ToString(), _position, DeadlineRule.MaxAmount);

    internal bool TryRead(out DeadlineRule rule) =>
        TryReadPeriod(out rule)
        && TryReadStart(ref rule)
        && TryReadEnding(ref rule)
        && TryReadRoll(ref rule)
        && (Rest.IsEmpty || Fail("deadline.trailing"));

    private bool TryReadPeriod(out DeadlineRule rule)
    {
        rule = default;
        if (Skip("same-day")) return true;
        if (Skip("at-once")) return TryReadGrace(out rule);
        for (var day = 0; day < DeadlineUnits.Weekdays.Length; day++)
        {
            if (!Skip(DeadlineUnits.Weekdays[day])) continue;
            rule = DeadlineRule.On(IsoDayOfWeek.Monday + day);
            return true;
        }

        if (Rest.IsEmpty || !char.IsAsciiDigit(Rest[0])) return Fail("deadline.start");
        return TryReadAmount(1, out var amount) && TryReadUnit(amount, out rule);
    }

    private bool TryReadGrace(out DeadlineRule rule)
    {
        rule = DeadlineRule.AtOnce();
        if (!Skip("+")) return true;
        var start = _position;
        if (!TryReadAmount(0, out var amount)) return false;
        if (!Skip("min"))
        {
            if (!Skip("h")) return Fail("deadline.grace");
            if (amount > DeadlineRule.MaxAmount / 60) return Fail("deadline.amount", start);
            amount *= 60;
        }

        rule = DeadlineRule.AtOnce(amount);
        return true;
    }

    private bool TryReadAmount(int least, out int amount)
    {
        var digits = Rest;
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        if (length >= 0) digits = digits[..length];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out amount) || amount < least || amount > DeadlineRule.MaxAmount)
            return Fail("deadline.amount");
        _position += digits.Length;
        return true;
    }

    private bool TryReadUnit(int amount, out DeadlineRule rule)
    {
        rule = default;
        var letters = Rest;
        var length = letters.IndexOfAnyExceptInRange('a', 'z');
        if (length >= 0) letters = letters[..length];
        if (!DeadlineUnits.TryRead(letters, out var unit)) return Fail("deadline.unit");
        rule = DeadlineRule.Of(unit, amount);
        _position += letters.Length;
        return true;
    }

    private bool TryReadStart(ref DeadlineRule rule)
    {
        if (Rest.IsEmpty || Rest[0] != '^') return true;
        if (!rule.Unit.IsElapsed()) return Fail("deadline.start-not-here");
        if (!Skip("^open")) return Fail("deadline.opening");
        rule = rule.FromOpening();
        return true;
    }

    private bool TryReadEnding(ref DeadlineRule rule)
    {
        if (Rest.IsEmpty || Rest[0] != '@') return true;
        if (!rule.Unit.EndsOnDay()) return Fail("deadline.ending-not-here");
        _position++;
        if (Skip("cob")) return true;
        if (Skip("24:00"))
        {
            rule = rule.AtEndOfDay();
            return true;
        }

        if (Rest.Length < 5 || Rest[2] != ':' || !TwoDigits(Rest, 24, out var hour) || !TwoDigits(Rest[3..], 60, out var minute))
            return Fail("deadline.ending");
        rule = rule.At(new LocalTime(hour, minute));
        _position += 5;
        return true;
    }

    private bool TryReadRoll(ref DeadlineRule rule)
    {
        if (Rest.IsEmpty || Rest[0] != '~') return true;
        if (!rule.Unit.MayEndOnOffDay()) return Fail("deadline.roll-not-here");
        _position++;
        RollRule? roll = Skip("next") ? RollRule.Next : Skip("previous") ? RollRule.Previous : Skip("none") ? RollRule.None : null;
        if (roll is null) return Fail("deadline.roll");
        rule = rule.Roll(roll.Value);
        return true;
    }

    private static bool TwoDigits(ReadOnlySpan<char> text, int below, out int value) =>
        int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out value) && value < below;

    private bool Skip(ReadOnlySpan<char> word)
    {
        if (!Rest.StartsWith(word, StringComparison.Ordinal)) return false;
        _position += word.Length;
        return true;
    }

    private bool Fail(string code, int? position = null)
    {
        _fault = code;
        _position = position ?? _position;
        return false;
    }
}
