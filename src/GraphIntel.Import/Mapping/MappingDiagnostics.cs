using System.Globalization;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping;

/// <summary>Collects the errors of a mapping: all of them up to a limit, not only the first.</summary>
/// <param name="file">The name of the mapping file in messages.</param>
internal sealed class MappingDiagnostics(string file)
{
    private const int MaxKept = 100;

    private readonly List<(MappingPosition Position, string Message)> _errors = [];

    /// <summary>The number of errors.</summary>
    public int Count { get; private set; }

    /// <summary>The errors by position, as <c>file:line:column: message</c>.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. _errors.Distinct().OrderBy(error => error.Position.Line).ThenBy(error => error.Position.Column)
            .Select(error => string.Create(
                CultureInfo.InvariantCulture, $"{file}:{error.Position.Line}:{error.Position.Column}: {error.Message}")),
        .. Count > _errors.Count ? [$"... and {Count - _errors.Count} more"] : (string[])[],
    ];

    /// <summary>Adds an error.</summary>
    public void Add(MappingPosition position, string message)
    {
        Count++;
        if (_errors.Count < MaxKept)
            _errors.Add((position, message));
    }
}

/// <summary>A mapping that cannot be used; the lines say where and why.</summary>
internal sealed class MappingException(IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    /// <summary>One error each.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
