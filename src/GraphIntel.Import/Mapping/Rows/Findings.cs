using System.Globalization;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Mapping.Rows;

/// <summary>
/// What an import noticed and did not refuse, by kind: an unknown code, a repeated row, a value that differs. Each kind is
/// counted, with its first example.
/// </summary>
internal sealed class Findings
{
    private const int MaxKinds = 200;

    private readonly Dictionary<string, Finding> _byKind = new(StringComparer.Ordinal);

    /// <summary>The file and line of the row that is read.</summary>
    public (string File, int Line) At { get; set; }

    /// <summary>Whether findings are kept; the second pass has none of its own.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The number of findings of all kinds.</summary>
    public long Count => _byKind.Values.Sum(finding => finding.Count);

    /// <summary>A line for each kind, the most frequent first.</summary>
    public IEnumerable<string> Lines => _byKind
        .OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Value.Count:N0} x {pair.Key}, first {WriteErrors.Show(pair.Value.Example)}{PlaceOf(pair.Value)}"));

    /// <summary>Receives each finding with its example and its place: file and line.</summary>
    public Action<string, string, string>? Listener { get; set; }

    /// <summary>Counts a finding.</summary>
    public void Add(string kind, string example)
    {
        if (!IsActive)
            return;
        var place = At.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{At.File}:{At.Line}");
        Listener?.Invoke(kind, example, place);
        AddAt(kind, example, place);
    }

    /// <summary>Counts a finding of the store, whether or not findings of rows are kept.</summary>
    public void AddAt(string kind, string example, string place)
    {
        if (_byKind.TryGetValue(kind, out var finding))
            finding.Count++;
        else if (_byKind.Count < MaxKinds)
            _byKind.Add(kind, new Finding(example, place) { Count = 1 });
    }

    private static string PlaceOf(Finding finding) => finding.Place.Length == 0 ? "" : " at " + finding.Place;

    private sealed class Finding(string example, string place)
    {
        public string Example { get; } = example;

        public string Place { get; } = place;

        public long Count { get; set; }
    }
}
