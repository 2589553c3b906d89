using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace ClientTracking.Time;

internal sealed partial class ClockTable
{
    /// <summary>The different patterns of UTC days, numbered as they come. A day is given as its range of all stretches.</summary>
    private sealed class PatternList : IEqualityComparer<Range>
    {
        private readonly Stretch[] _stretches;
        private readonly List<Range> _patterns = [];
        private readonly Dictionary<Range, int> _numbers;

        internal PatternList(Stretch[] stretches)
        {
            _stretches = stretches;
            _numbers = new Dictionary<Range, int>(this);
        }

        internal int NumberOf(Range day)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, day, out var known);
            if (known) return number;
            number = _numbers.Count - 1;
            _patterns.Add(day);
            return number;
        }

        internal int Count => _patterns.Count;

        /// <summary>The patterns cut into as few parts as keep every two stretches apart, and the shift from a nanosecond to its part.</summary>
        /// <exception cref="NotSupportedException">There are more kinds of days, with shorter breaks, than any table can hold.</exception>
        internal (DayPart[] Parts, int Shift) Cut()
        {
            // Sessions lie on whole seconds, so the parts become shorter than every gap at the latest at 2^29 nanoseconds.
            var shift = BitOperations.Log2((ulong)NodaConstants.NanosecondsPerDay);
            while (!_patterns.TrueForAll(day => AreApart(_stretches.AsSpan(day), shift))) shift--;
            var parts = new List<DayPart>();
            foreach (var day in _patterns) Cut(_stretches.AsSpan(day), shift, parts);
            if (parts.Count > PartMask) throw new NotSupportedException($"{_patterns.Count} different kinds of days, with breaks this short, are too many.");
            return ([.. parts], shift);
        }

        public bool Equals(Range one, Range other) => _stretches.AsSpan(one).SequenceEqual(_stretches.AsSpan(other));

        public int GetHashCode(Range day)
        {
            var hash = 0;
            foreach (var stretch in _stretches.AsSpan(day)) hash = HashCode.Combine(hash, stretch);
            return hash;
        }

        private static bool AreApart(ReadOnlySpan<Stretch> day, int shift)
        {
            for (var i = 1; i < day.Length; i++)
            {
                if ((Nanoseconds(day[i - 1].End) - 1) >> shift == Nanoseconds(day[i].Start) >> shift) return false;
            }

            return true;
        }

        private static void Cut(ReadOnlySpan<Stretch> day, int shift, List<DayPart> parts)
        {
            var (next, until) = (0, 0);
            for (long from = 0; from < NodaConstants.NanosecondsPerDay; from += 1L << shift)
            {
                while (next < day.Length && Nanoseconds(day[next].End) <= from) until += day[next++].Length;
                parts.Add(next < day.Length
                    ? new DayPart(Nanoseconds(day[next].Start), Nanoseconds(day[next].Length), Nanoseconds(until + day[next].Length))
                    : new DayPart(0, 0, Nanoseconds(until)));
            }
        }
    }
}
