using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClientTracking.Time;

internal sealed partial class ClockTable
{
    /// <summary>The different patterns of UTC days, numbered as they come. A day is given as its range of all stretches.</summary>
    private sealed class PatternList : IEqualityComparer<Range>
    {
        private readonly Stretch[] _stretches;
        private readonly int _width;
        private readonly List<Stretches> _patterns = [];
        private readonly Dictionary<Range, int> _numbers;

        internal PatternList(Stretch[] stretches, int width)
        {
            _stretches = stretches;
            _width = width;
            _numbers = new Dictionary<Range, int>(this);
        }

        /// <exception cref="NotSupportedException">More than 65,536 kinds of days.</exception>
        internal int NumberOf(Range day)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, day, out var known);
            if (known) return number;
            number = _numbers.Count - 1;
            if (number > ushort.MaxValue) throw new NotSupportedException("A calendar can have 65,536 different kinds of days at most.");
            Add(_stretches.AsSpan(day));
            return number;
        }

        internal Stretches[] ToArray() => [.. _patterns];

        public bool Equals(Range one, Range other) => _stretches.AsSpan(one).SequenceEqual(_stretches.AsSpan(other));

        public int GetHashCode(Range day)
        {
            var hash = 0;
            foreach (var stretch in _stretches.AsSpan(day)) hash = HashCode.Combine(hash, stretch);
            return hash;
        }

        private void Add(ReadOnlySpan<Stretch> day)
        {
            Span<long> start = stackalloc long[2], length = stackalloc long[2], after = stackalloc long[2], gap = stackalloc long[2];
            int passed = 0, end = 0;
            for (var i = 0; i < 2 * _width; i++)
            {
                var used = i < day.Length;
                var stretch = used ? day[i] : default;
                start[i % 2] = Nanoseconds(stretch.Start);
                length[i % 2] = Nanoseconds(stretch.Length);
                after[i % 2] = used ? Nanoseconds(passed) : long.MaxValue;
                gap[i % 2] = used ? Nanoseconds(stretch.Start - end) : 0;
                passed += stretch.Length;
                end = stretch.Start + stretch.Length;
                if (i % 2 == 1) _patterns.Add(new Stretches(Vector(start), Vector(length), Vector(after), Vector(gap)));
            }
        }

        private static Vector128<long> Vector(ReadOnlySpan<long> lanes) => Vector128.Create(lanes);
    }
}
