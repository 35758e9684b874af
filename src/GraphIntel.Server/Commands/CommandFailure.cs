namespace GraphIntel.Server.Commands;

/// <summary>What a process that ended tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>All went well, or the server was asked to stop.</summary>
    public const int Success = 0;

    /// <summary>The command line is wrong, or the server could not listen.</summary>
    public const int Usage = 1;

    /// <summary>The model or the files of an import have mistakes.</summary>
    public const int Mistakes = 2;

    /// <summary>The store could not be opened, or failed.</summary>
    public const int Store = 3;

    /// <summary>A check found something that is still so.</summary>
    public const int Unsound = 4;

    /// <summary>The command was interrupted before its work was done; 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}

/// <summary>Why a command ends without having done its work, in lines for a person.</summary>
internal sealed class CommandFailure(int exitCode, params IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<string> Lines { get; } = lines;
}
