using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>Writes startup messages for the user: plain lines on stdout, or log entries where the log format is JSON.</summary>
internal sealed partial class ConsoleLog(ILoggerFactory loggers, LogFormat format)
{
    private readonly ILogger _logger = loggers.CreateLogger("GraphIntel.Server");

    public void Write(string text)
    {
        if (format == LogFormat.Json)
            LogText(_logger, text);
        else
            Console.WriteLine(text);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Text}")]
    private static partial void LogText(ILogger logger, string text);
}
