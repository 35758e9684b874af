using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Server.Commands;

namespace GraphIntel.Server.Startup;

/// <summary>A model file -> the model, or the mistakes with their places.</summary>
internal static class ModelFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The model of a file; the built-in one where there is no path.</summary>
    /// <exception cref="CommandFailure">The file cannot be read, or has mistakes.</exception>
    public static GraphModel Load(string? path)
    {
        if (path is null)
            return ModelReader.ReadDomain();
        try
        {
            return ModelReader.Read(File.ReadAllText(path, StrictUtf8));
        }
        catch (ModelException failure)
        {
            throw new CommandFailure(ExitCodes.Mistakes, [.. failure.Mistakes.Select(mistake => $"{path}:{mistake}")]);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailure(ExitCodes.Mistakes, $"{path}: the model is not UTF-8 text.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCodes.Mistakes, $"{path}: the model cannot be read: {failure.Message}");
        }
    }
}
