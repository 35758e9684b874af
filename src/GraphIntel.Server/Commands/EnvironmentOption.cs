using System.CommandLine;
using System.CommandLine.Parsing;

namespace GraphIntel.Server.Commands;

/// <summary>
/// Creates options that can also be set by an environment variable: <c>--log-format</c> and <c>GRAPHINTEL_LOG_FORMAT</c>. The
/// command line takes precedence. The same parser reads both; the message of its <see cref="FormatException"/> is shown to the user.
/// </summary>
internal static class EnvironmentOption
{
    /// <summary>An option with one value, or with a list of values, which are parsed together, separated by spaces.</summary>
    public static Option<T> Create<T>(
        string name, string valueName, string description, Func<string, T> parse, T defaultValue, bool isList = false)
    {
        var variable = Variable(name);
        return new Option<T>(name)
        {
            Description = $"{description} Environment variable: {variable}.",
            HelpName = valueName,
            Arity = isList ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
            CustomParser = result => Read(result, name, string.Join(' ', result.Tokens.Select(token => token.Value)), parse),
            DefaultValueFactory = result => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
                ? Read(result, variable, text, parse)
                : defaultValue,
        };
    }

    /// <summary>An option without a value; in the environment it is <c>true</c> or <c>false</c>.</summary>
    public static Option<bool> CreateFlag(string name, string description)
    {
        var option = Create(name, "true|false", description, ParseFlag, false);
        option.Arity = ArgumentArity.ZeroOrOne;
        return option;
    }

    // On the command line, the name without a value means true.
    private static bool ParseFlag(string text) => text switch
    {
        "" or "true" => true,
        "false" => false,
        _ => throw new FormatException($"`{text}` is not valid: expected `true` or `false`."),
    };

    private static string Variable(string name) => "GRAPHINTEL_" + name[2..].ToUpperInvariant().Replace('-', '_');

    private static T Read<T>(ArgumentResult result, string source, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException error)
        {
            result.AddError($"{source}: {error.Message}");
            return default!;
        }
    }
}
