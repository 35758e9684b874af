using CsCheck;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Random choices from one seed: the same seed makes the same choices.</summary>
internal sealed class Dice(PCG random)
{
    /// <summary>From a seed and a number, so that each case of a run has choices of its own.</summary>
    public static Dice Of(ulong seed, int number) => new(new PCG((uint)number, seed));

    /// <summary>A whole number, both ends included.</summary>
    public int Int(int from, int to) => from + (int)random.Next((uint)(to - from + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Int(0, items.Count - 1)];

    /// <summary>So many of them, in another order.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int count)
    {
        var rest = items.ToList();
        var result = new List<T>();
        while (result.Count < count && rest.Count > 0)
        {
            var index = Int(0, rest.Count - 1);
            result.Add(rest[index]);
            rest.RemoveAt(index);
        }
        return result;
    }
}
