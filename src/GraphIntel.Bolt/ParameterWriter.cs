using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt;

/// <summary>Writes a statement's parameters, as one map, directly to the message. If it throws, nothing of the message is sent.</summary>
public delegate void ParameterWriter(PackStreamWriter writer);

/// <summary>Writes a statement's parameters, as one map, directly to the message, from a state of the caller.</summary>
public delegate void ParameterWriter<in TState>(PackStreamWriter writer, TState state);

internal readonly struct ObjectParameters(object? parameters) : IParameters
{
    public void Write(PackStreamWriter writer) => ValueWriter.WriteParameters(writer, parameters);
}

internal readonly struct WrittenParameters(ParameterWriter write) : IParameters
{
    public void Write(PackStreamWriter writer) => write(writer);
}

internal readonly struct WrittenParameters<TState>(ParameterWriter<TState> write, TState state) : IParameters
{
    public void Write(PackStreamWriter writer) => write(writer, state);
}
