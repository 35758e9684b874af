namespace GraphIntel.Server.Startup;

/// <summary>Exit codes of the process.</summary>
internal static class ExitCodes
{
    /// <summary>The command succeeded, or the server was asked to stop.</summary>
    public const int Success = 0;

    /// <summary>The command line is invalid, or the server could not listen.</summary>
    public const int Usage = 1;

    /// <summary>The model, the files of an import or the trusted documents have errors.</summary>
    public const int InvalidInput = 2;

    /// <summary>The store could not be opened, or failed.</summary>
    public const int Store = 3;

    /// <summary>A check found problems that remain.</summary>
    public const int ProblemsFound = 4;

    /// <summary>The command was interrupted; 128 + SIGINT, the convention of shells.</summary>
    public const int Interrupted = 130;
}

/// <summary>Ends a command with an exit code and lines of text on stderr.</summary>
internal sealed class CommandException(int exitCode, params IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<string> Lines { get; } = lines;
}
